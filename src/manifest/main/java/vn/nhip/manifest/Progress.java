package vn.nhip.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;

/**
 * Where a slice stands: the token of the next page; of a stream below another one also the parents still to be read, and
 * the token of their next page.
 *
 * <p>Shape: {@code parentsDone} once the last page of parents was read.
 */
record Progress(Optional<Object> token, List<Object> parents, Optional<Object> parentToken, boolean parentsDone) {

    private static final JsonMapper JSON = new JsonMapper();

    Progress {
        parents = List.copyOf(parents);
    }

    static Progress at(Optional<Object> token) {
        return new Progress(token, List.of(), Optional.empty(), false);
    }

    /** @throws ConnectorException DATA when the cursor is none of ours */
    static Progress of(Cursor cursor) {
        try {
            JsonNode json = JSON.readTree(cursor.value());
            List<Object> parents = new ArrayList<>();
            json.path("parents").forEach(parent -> value(parent).ifPresent(parents::add));
            return new Progress(
                    value(json.path("token")),
                    parents,
                    value(json.path("parentToken")),
                    json.path("parentsDone").asBoolean());
        } catch (JsonProcessingException foreign) {
            throw ConnectorException.data(
                    "the stored cursor is not one of this connector; read the stream from its start");
        }
    }

    Cursor cursor() {
        ObjectNode json = JSON.createObjectNode();
        token.ifPresent(value -> json.putPOJO("token", value));
        parentToken.ifPresent(value -> json.putPOJO("parentToken", value));
        json.put("parentsDone", parentsDone);
        ArrayNode left = json.putArray("parents");
        parents.forEach(left::addPOJO);
        try {
            return new Cursor(JSON.writeValueAsString(json));
        } catch (JsonProcessingException unfit) {
            throw ConnectorException.data("a page token is neither text nor number: " + unfit.getOriginalMessage());
        }
    }

    private static Optional<Object> value(JsonNode json) {
        if (json.isTextual()) {
            return Optional.of(json.textValue());
        }
        return json.isNumber() ? Optional.of(new BigDecimal(json.asText())) : Optional.empty();
    }
}
