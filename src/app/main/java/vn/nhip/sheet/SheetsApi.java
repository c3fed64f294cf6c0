package vn.nhip.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.kit.http.HttpCall;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/**
 * The three calls of the Sheets API v4 that writing takes.
 *
 * <p>Nothing is tried twice, but for a token that is refused, which is renewed once.
 */
final class SheetsApi implements AutoCloseable {

    private static final URI VENDOR = URI.create("https://sheets.googleapis.com");
    private static final String JSON = "application/json; charset=utf-8";
    private static final String SHAPE = "properties.title,sheets.properties(sheetId,title,gridProperties),"
            + "sheets.developerMetadata(metadataKey,metadataValue)";
    /** The vendor works on a request for up to three minutes. */
    private static final HttpLimits LIMITS =
            new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(190), Duration.ofSeconds(240), 16L << 20);

    private final GuardedHttp http;
    private final Access access;
    private final URI base;

    SheetsApi(Access access, Optional<URI> operators, Clock clock) {
        this.http = new GuardedHttp(List.of(VENDOR.getHost()), operators, LIMITS, clock);
        this.access = access;
        this.base = operators.orElse(VENDOR);
    }

    /** Title, tabs and their marks; no cells. */
    JsonNode shape(String spreadsheet) {
        return send(HttpCall.get(at(spreadsheet, "?" + HttpCall.encoded(java.util.Map.of("fields", SHAPE)))))
                .json();
    }

    /** Changes to tabs, all or none of them. */
    void change(String spreadsheet, JsonNode requests) {
        post(at(spreadsheet, ":batchUpdate"), requests.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Values, all or none of them. */
    void write(String spreadsheet, byte[] values) {
        post(at(spreadsheet, "/values:batchUpdateByDataFilter"), values);
    }

    private void post(URI address, byte[] body) {
        send(HttpCall.post(address, JSON, body));
    }

    private URI at(String spreadsheet, String rest) {
        return base.resolve("/v4/spreadsheets/" + spreadsheet + rest);
    }

    private HttpReply send(HttpCall call) {
        try {
            HttpReply reply = once(call);
            if (reply.status() == 401) {
                reply = once(call);
            }
            if (!reply.successful()) {
                throw SheetException.of(reply);
            }
            return reply;
        } catch (ConnectorException failure) {
            throw SheetException.of(failure);
        }
    }

    private HttpReply once(HttpCall call) {
        Secret token = access.token();
        HttpReply reply = http.send(call.bearer(token));
        if (reply.status() == 401) {
            access.refused(token);
        }
        return reply;
    }

    @Override
    public void close() {
        http.close();
    }
}
