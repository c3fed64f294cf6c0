package vn.nhip.sheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.nhip.export.CloudTab;
import vn.nhip.spi.Access;

/**
 * Writes the tables of one workspace into their tabs; no other tab is touched.
 *
 * <p>All values go in one call, which the vendor applies whole or not at all, with empty texts where the tabs held more:
 * until it succeeds every tab holds what it held.
 */
public final class SheetWriter {

    private static final int LARGEST_CALL = 10_000_000;
    private static final int LONGEST_TEXT = 50_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final Access access;
    private final Optional<URI> base;
    private final Clock clock;

    /** {@code base} is where the operator wants the vendor to be called. */
    public SheetWriter(Access access, Optional<URI> base, Clock clock) {
        this.access = access;
        this.base = base;
        this.clock = clock;
    }

    /**
     * Writes them all, and returns the spreadsheet's title.
     *
     * <p>Calls: one to look, one to make the tabs ready, one to write.
     *
     * @throws SheetException when it could not be done; the tabs hold what they held
     * @throws vn.nhip.export.ExportException when a text is longer than a cell may be
     */
    public String write(String spreadsheet, String workspace, List<CloudTab> tabs) {
        try (SheetsApi api = new SheetsApi(access, base, clock)) {
            JsonNode shape = api.shape(spreadsheet);
            Layout layout = Layout.of(shape, workspace, tabs);
            byte[] values = values(layout.places());
            api.change(spreadsheet, layout.changes());
            api.write(spreadsheet, values);
            return shape.path("properties").path("title").asText();
        }
    }

    private static byte[] values(List<Layout.Place> places) {
        ByteArrayOutputStream body = new Limited();
        try (JsonGenerator out = JSON.createGenerator(body)) {
            out.writeStartObject();
            out.writeStringField("valueInputOption", "RAW");
            out.writeArrayFieldStart("data");
            for (Layout.Place place : places) {
                value(out, place);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return body.toByteArray();
    }

    private static void value(JsonGenerator out, Layout.Place place) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("dataFilter");
        out.writeObjectFieldStart("gridRange");
        out.writeNumberField("sheetId", place.sheetId());
        out.writeNumberField("startRowIndex", 0);
        out.writeNumberField("endRowIndex", place.rows());
        out.writeNumberField("startColumnIndex", 0);
        out.writeNumberField("endColumnIndex", place.columns());
        out.writeEndObject();
        out.writeEndObject();
        out.writeStringField("majorDimension", "ROWS");
        out.writeFieldName("values");
        place.tab().write(out, place.rows(), place.columns(), LONGEST_TEXT);
        out.writeEndObject();
    }

    /** Ends before a call becomes larger than the vendor takes. */
    private static final class Limited extends ByteArrayOutputStream {

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            if (size() + length > LARGEST_CALL) {
                throw SheetException.of(
                        SheetException.Reason.TOO_LARGE, "the tables take more than " + LARGEST_CALL + " bytes");
            }
            super.write(bytes, from, length);
        }
    }
}
