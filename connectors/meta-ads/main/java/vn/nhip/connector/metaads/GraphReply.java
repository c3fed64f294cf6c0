package vn.nhip.connector.metaads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.Secret;

/** One answer of Meta: its body as JSON and as it came, without the credentials that its links repeat. */
record GraphReply(HttpReply http, JsonNode json, String text) {

    private static final Pattern CREDENTIAL = Pattern.compile("(access_token|appsecret_proof)=[^&\"\\\\]*");

    static GraphReply of(HttpReply http, Secret token) {
        String text = new String(http.body(), StandardCharsets.UTF_8).replace(token.reveal(), "***");
        JsonNode json = http.successful() || looksLikeJson(text) ? http.json() : MissingNode.getInstance();
        return new GraphReply(http, json, CREDENTIAL.matcher(text).replaceAll("$1=***"));
    }

    private static boolean looksLikeJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    RawBody raw() {
        return new RawBody(http.call().name(), "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The field of this name. */
    JsonNode required(String field) {
        JsonNode node = json.path(field);
        if (node.isMissingNode() || node.isNull()) {
            throw ConnectorException.data(http.call() + " was answered without '" + field + "'");
        }
        return node;
    }

    /** The records of a list. */
    JsonNode records() {
        JsonNode data = required("data");
        if (!data.isArray()) {
            throw ConnectorException.data(http.call() + " was answered with a 'data' that is no list");
        }
        return data;
    }

    /**
     * Where the next page starts; nothing on the last one. Only the position is taken: links are not followed.
     *
     * @throws ConnectorException DATA when the pages lead in a circle, or on without saying where
     */
    Optional<String> next(String from) {
        JsonNode paging = json.path("paging");
        if (!paging.path("next").isTextual()) {
            return Optional.empty();
        }
        String after = paging.path("cursors").path("after").asText("");
        if (after.isEmpty() || after.equals(from)) {
            throw ConnectorException.data(
                    http.call() + " leads to a next page that is " + (after.isEmpty() ? "nowhere" : "the same again"));
        }
        return Optional.of(after);
    }
}
