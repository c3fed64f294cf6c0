package vn.nhip.connector.metaads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.nhip.kit.report.AdTally;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;

/**
 * How far a slice of days has come; all of it travels in the cursor.
 *
 * <p>Shape: the first part of {@code todo} is under way. {@code job} is its report at Meta, ordered at {@code since} (epoch
 * seconds), {@code after} the page to go on with. {@code rest} holds, per day, the account's figures less those of its
 * campaigns so far; {@code before} is what that was when the part began, to begin it again. {@code ids} are the campaigns
 * found so far.
 */
record Progress(
        Stage stage,
        List<Part> todo,
        String job,
        long since,
        String after,
        SortedMap<String, AdTally> before,
        SortedMap<String, AdTally> rest,
        List<String> ids,
        String currency) {

    enum Stage {
        /** Ask the account for its zone and currency. */
        ACCOUNT,
        /** Order a report. */
        ORDER,
        /** See whether it is made. */
        POLL,
        /** Read its pages. */
        ROWS,
        /** Ask for the smallest part without ordering it. */
        DIRECT,
        /** List the campaigns, to ask for them in groups. */
        CAMPAIGNS
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    Progress {
        todo = List.copyOf(todo);
        ids = List.copyOf(ids);
    }

    static Progress start(DayRange days) {
        List<Part> todo = List.of(Part.of(true, days), Part.of(false, days));
        return new Progress(Stage.ACCOUNT, todo, "", 0, "", new TreeMap<>(), new TreeMap<>(), List.of(), "");
    }

    static Progress of(Cursor cursor) {
        try {
            return JSON.readValue(cursor.value(), Progress.class);
        } catch (JsonProcessingException unreadable) {
            throw ConnectorException.data("the place to go on from was written by another version of this connector");
        }
    }

    Cursor cursor() {
        try {
            return new Cursor(JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Part part() {
        return todo.get(0);
    }

    boolean done() {
        return todo.isEmpty();
    }

    Progress at(Stage next) {
        return new Progress(next, todo, job, since, after, before, rest, ids, currency);
    }

    Progress in(String money) {
        return new Progress(stage, todo, job, since, after, before, rest, ids, money);
    }

    Progress ordered(String report, long now) {
        List<Part> parts = new ArrayList<>(todo);
        parts.set(0, part().ordered());
        return new Progress(Stage.POLL, parts, report, now, "", before, rest, ids, currency);
    }

    Progress after(String position, Map<String, AdTally> left) {
        return new Progress(stage, todo, job, since, position, before, new TreeMap<>(left), ids, currency);
    }

    Progress finding(List<String> found, String position) {
        return new Progress(stage, todo, job, since, position, before, rest, found, currency);
    }

    /** The same part again, from the same page, asked for otherwise. */
    Progress with(Part otherwise) {
        List<Part> parts = new ArrayList<>(todo);
        parts.set(0, otherwise);
        return new Progress(stage, parts, job, since, after, before, rest, ids, currency);
    }

    /** These parts in place of the one under way, from their beginning: what it gave so far is taken back. */
    Progress instead(List<Part> parts) {
        List<Part> next = new ArrayList<>(parts);
        next.addAll(todo.subList(1, todo.size()));
        return new Progress(Stage.ORDER, next, "", 0, "", before, before, List.of(), currency);
    }

    /** The part under way is complete with these figures left over. */
    Progress complete(SortedMap<String, AdTally> left) {
        return new Progress(Stage.ORDER, todo.subList(1, todo.size()), "", 0, "", left, left, List.of(), currency);
    }

    /** Nothing more is read: what comes after would be empty too. */
    Progress nothingMore() {
        return new Progress(stage, List.of(), "", 0, "", before, rest, List.of(), currency);
    }
}
