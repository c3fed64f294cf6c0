package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A row below a header as a document of texts; values that stand for nothing are none. */
record Csv(Charset charset, char delimiter, Set<String> nothing) implements Decoder {

    private static final char ORDER_MARK = '\uFEFF';

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public List<JsonNode> read(byte[] bytes, String source) {
        String text = new String(bytes, charset);
        String bare = !text.isEmpty() && text.charAt(0) == ORDER_MARK ? text.substring(1) : text;
        List<JsonNode> documents = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().fieldSeparator(delimiter).ofNamedCsvRecord(bare)) {
            for (NamedCsvRecord row : rows) {
                ObjectNode document = JsonNodeFactory.instance.objectNode();
                row.getFieldsAsMap().forEach((name, value) -> {
                    if (nothing.contains(value)) {
                        document.putNull(name);
                    } else {
                        document.put(name, value);
                    }
                });
                documents.add(document);
            }
            return documents;
        } catch (CsvParseException | UncheckedIOException | IOException broken) {
            throw Decoder.broken(source, "CSV");
        }
    }
}
