package vn.nhip.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.expression.Values;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;

/**
 * Where a slice stands: the parts still to be walked at every level, the token of the next page, since when pages were
 * begun anew, and the report that is being made.
 */
record Progress(List<Frame> frames, Optional<Object> token, Since since, Optional<JsonNode> job) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The parts of one level: those left of the page that was read, and where its next page starts. */
    record Frame(List<Map<String, Object>> parts, Optional<Object> token, boolean done) {

        Frame {
            parts = List.copyOf(parts);
        }

        Frame withoutFirst() {
            return new Frame(parts.subList(1, parts.size()), token, done);
        }
    }

    /** The moment that pages begin from, the last record's, how many records and new beginnings there were, and the trail. */
    record Since(Optional<String> from, Optional<String> last, long records, int resets, Trail trail) {

        static final Since START = new Since(Optional.empty(), Optional.empty(), 0, 0, Trail.START);

        Since with(Trail come) {
            return new Since(from, last, records, resets, come);
        }
    }

    Progress {
        frames = List.copyOf(frames);
    }

    /** At the first page of the part that the levels have come to. */
    static Progress at(List<Frame> frames, Optional<Object> token) {
        return new Progress(frames, token, Since.START, Optional.empty());
    }

    /** @throws ConnectorException DATA when the cursor is none of ours */
    static Progress of(Cursor cursor) {
        try {
            JsonNode json = JSON.readTree(cursor.value());
            List<Frame> frames = new ArrayList<>();
            json.path("levels").forEach(frame -> frames.add(frame(frame)));
            Since since = new Since(
                    text(json.path("from")),
                    text(json.path("last")),
                    json.path("records").asLong(),
                    json.path("resets").asInt(),
                    Trail.of(json.path("trail")));
            return new Progress(frames, value(json.path("token")), since, Optional.ofNullable(json.get("job")));
        } catch (JsonProcessingException foreign) {
            throw ConnectorException.data(
                    "the stored cursor is not one of this connector; read the stream from its start");
        }
    }

    private static Frame frame(JsonNode json) {
        List<Map<String, Object>> parts = new ArrayList<>();
        json.path("parts").forEach(part -> {
            Map<String, Object> values = new LinkedHashMap<>();
            part.properties().forEach(field -> values.put(field.getKey(), Values.of(field.getValue())));
            parts.add(values);
        });
        return new Frame(parts, value(json.path("token")), json.path("done").asBoolean());
    }

    Cursor cursor() {
        ObjectNode json = JSON.createObjectNode();
        token.ifPresent(value -> json.set("token", Values.json(value)));
        job.ifPresent(value -> json.set("job", value));
        since.from().ifPresent(from -> json.put("from", from));
        since.last().ifPresent(last -> json.put("last", last));
        if (since.records() > 0) {
            json.put("records", since.records());
        }
        if (since.resets() > 0) {
            json.put("resets", since.resets());
        }
        if (!since.trail().equals(Trail.START)) {
            since.trail().write(json.putObject("trail"));
        }
        if (!frames.isEmpty()) {
            ArrayNode levels = json.putArray("levels");
            frames.forEach(frame -> written(frame, levels.addObject()));
        }
        return new Cursor(json.toString());
    }

    private static void written(Frame frame, ObjectNode json) {
        json.set("parts", Values.json(frame.parts()));
        frame.token().ifPresent(value -> json.set("token", Values.json(value)));
        json.put("done", frame.done());
    }

    private static Optional<String> text(JsonNode json) {
        return json.isTextual() ? Optional.of(json.textValue()) : Optional.empty();
    }

    private static Optional<Object> value(JsonNode json) {
        return json.isMissingNode() || json.isNull() ? Optional.empty() : Optional.of(Values.of(json));
    }

    Frame lastFrame() {
        return frames.get(frames.size() - 1);
    }

    /** The same with another last level. */
    Progress replaced(Frame last) {
        List<Frame> all = new ArrayList<>(frames.subList(0, frames.size() - 1));
        all.add(last);
        return new Progress(all, token, since, job);
    }
}
