package vn.nhip.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import vn.nhip.spi.ConnectorException;

/**
 * What a slice has come by so far, so that no page is taken twice and none left out unseen.
 *
 * <p>Shape: {@code read} different records in this {@code round}; {@code last} is the page before, {@code end} its last
 * record, {@code mark} an older page, which moves on whenever {@code steps} has doubled: a circle of pages of any length is
 * noticed. All are remembered by their hash, 0 for none.
 */
record Trail(long read, int round, int last, int end, int mark, int steps) {

    static final Trail START = new Trail(0, 1, 0, 0, 0, 0);

    static Trail of(JsonNode json) {
        return new Trail(
                json.path("read").asLong(),
                json.path("round").asInt(1),
                json.path("last").asInt(),
                json.path("end").asInt(),
                json.path("mark").asInt(),
                json.path("steps").asInt());
    }

    void write(ObjectNode json) {
        json.put("read", read)
                .put("round", round)
                .put("last", last)
                .put("end", end)
                .put("mark", mark)
                .put("steps", steps);
    }

    /** @throws ConnectorException DATA when these records came before */
    Trail after(List<JsonNode> records, String request) {
        if (records.isEmpty()) {
            return this;
        }
        int page = hash(records);
        if (page == last || page == mark) {
            throw ConnectorException.data(
                    request + " gave a page that came before: reading on would lose or double records");
        }
        int taken = steps + 1;
        return new Trail(
                read + records.size() - pushed(records),
                round,
                page,
                hash(records.get(records.size() - 1)),
                Integer.bitCount(taken) == 1 ? page : mark,
                taken);
    }

    /** How many of these ended the page before and were pushed on by what was put in before them. */
    private int pushed(List<JsonNode> records) {
        int place = records.stream().map(Trail::hash).toList().indexOf(end);
        return end == 0 ? 0 : place + 1;
    }

    private static int hash(Object value) {
        return value.hashCode() == 0 ? 1 : value.hashCode();
    }

    Trail again() {
        return new Trail(0, round + 1, 0, 0, 0, 0);
    }
}
