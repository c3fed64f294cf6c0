package vn.nhip.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.nhip.manifest.Progress.Since;
import vn.nhip.manifest.component.AsyncJob;
import vn.nhip.manifest.component.Stream;
import vn.nhip.manifest.component.Stream.Position;
import vn.nhip.manifest.expression.Values;
import vn.nhip.spi.ConnectorException;

/** One report from its order to its last page; where it stands is in the cursor. */
final class Report {

    private static final String JSON = "application/json";
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final int TRIES = 3;

    private final Stream stream;
    private final AsyncJob job;
    private final Asking asking;
    private final Walk walk;

    Report(Stream stream, Asking asking, Walk walk) {
        this.stream = stream;
        this.job = stream.variants().job().orElseThrow();
        this.asking = asking;
        this.walk = walk;
    }

    Reader.Step step(Progress at, Position position) {
        JsonNode state = at.job().orElse(JsonNodeFactory.instance.objectNode());
        if (!state.has("creation")) {
            return ordered(at, position, state);
        }
        return state.has("targets") ? downloaded(at, position, state) : polled(at, position, state);
    }

    private Reader.Step ordered(Progress at, Position position, JsonNode state) {
        Asking.Replied replied = asking.other(stream, job.creation(), position, Asking.Extra.NONE);
        ObjectNode next = state.deepCopy();
        next.set("creation", replied.hasRecords() ? replied.reply().json() : JsonNodeFactory.instance.objectNode());
        next.put("polls", 0);
        return waiting(at, replied, next, Duration.ofSeconds(5));
    }

    private Reader.Step polled(Progress at, Position position, JsonNode state) {
        Asking.Replied replied = asking.other(stream, job.polling(), position, extra(state));
        JsonNode polled = replied.reply().json();
        return switch (job.state(polled, replied.seen())) {
            case RUNNING -> {
                int polls = state.path("polls").asInt() + 1;
                ObjectNode next = state.deepCopy();
                yield waiting(at, replied, next.put("polls", polls), pause(polls));
            }
            case COMPLETED -> ready(at, replied, polled, state);
            case SKIPPED -> Reader.Step.without(replied.raw(JSON), walk.afterLeaf(at), replied.notes());
            case FAILED, TIMEOUT -> {
                int failures = state.path("failures").asInt() + 1;
                if (failures >= TRIES) {
                    throw ConnectorException.data("the source failed to make the report " + TRIES + " times");
                }
                ObjectNode anew = JsonNodeFactory.instance.objectNode().put("failures", failures);
                yield waiting(at, replied, anew, AFTER_FAILURE);
            }
        };
    }

    private Reader.Step ready(Progress at, Asking.Replied replied, JsonNode polled, JsonNode state) {
        List<String> targets = job.targets(polled, replied.seen());
        ObjectNode next = state.deepCopy();
        next.set("polling", polled);
        targets.forEach(next.putArray("targets")::add);
        Optional<Progress> after = targets.isEmpty()
                ? walk.afterLeaf(at)
                : Optional.of(new Progress(at.frames(), stream.paginator().first(), Since.START, Optional.of(next)));
        return Reader.Step.without(replied.raw(JSON), after, replied.notes());
    }

    private Reader.Step downloaded(Progress at, Position position, JsonNode state) {
        Asking.Paged page = asking.page(stream, position, extra(state));
        Optional<Progress> next;
        if (page.next().isPresent()) {
            next = Optional.of(new Progress(at.frames(), page.next(), at.since(), at.job()));
        } else if (state.path("targets").size() > 1) {
            ObjectNode rest = state.deepCopy();
            rest.withArray("targets").remove(0);
            next = Optional.of(new Progress(at.frames(), stream.paginator().first(), at.since(), Optional.of(rest)));
        } else {
            next = walk.afterLeaf(at);
        }
        return new Reader.Step(
                page.wanted(),
                page.all() - page.wanted().size(),
                page.raw(),
                next,
                Optional.empty(),
                page.replied().notes());
    }

    private Reader.Step waiting(Progress at, Asking.Replied replied, ObjectNode state, Duration wait) {
        Progress next = new Progress(at.frames(), at.token(), at.since(), Optional.of(state));
        return new Reader.Step(List.of(), 0, replied.raw(JSON), Optional.of(next), Optional.of(wait), replied.notes());
    }

    private static Duration pause(int polls) {
        Duration wait = Duration.ofSeconds(5L << Math.min(polls, 4));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Asking.Extra extra(JsonNode state) {
        return scope -> scope.with("creation_response", Values.of(state.path("creation")))
                .with("polling_response", Values.of(state.path("polling")))
                .with("download_target", state.path("targets").path(0).asText(""));
    }
}
