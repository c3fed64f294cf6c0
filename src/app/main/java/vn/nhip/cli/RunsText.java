package vn.nhip.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.nhip.app.Workplace;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.store.RunHistory;

/** Runs as a table for people and as JSON for scripts. */
final class RunsText {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Workplace workplace;
    private final Labels labels;
    private final Numbers numbers;

    RunsText(Workplace workplace) {
        this.workplace = workplace;
        this.labels = Labels.of(workplace.config().language());
        this.numbers = Numbers.of(labels, workplace.config().calendar().currency());
    }

    String table(List<RunHistory.Entry> runs) {
        TextTable table = new TextTable(List.of(
                labels.text("sync.account"),
                labels.text("runs.stream"),
                labels.text("runs.started"),
                labels.text("runs.status"),
                ">" + labels.text("sync.facts"),
                ">" + labels.text("sync.changed"),
                ">" + labels.text("runs.seconds"),
                labels.text("runs.next"),
                labels.text("runs.error")));
        runs.forEach(run -> table.row(
                run.account(),
                run.stream(),
                moment(Optional.of(run.startedAt())),
                status(run),
                numbers.count(run.counts().facts()),
                numbers.count(run.counts().changed()),
                seconds(run).map(numbers::count).orElse(""),
                moment(run.waitingUntil().or(run::nextDue)),
                run.error()));
        return runs.isEmpty() ? labels.text("runs.none") + System.lineSeparator() : table.render();
    }

    private String status(RunHistory.Entry run) {
        return switch (run.status()) {
            case "running" -> labels.text("runs.running");
            case "succeeded" -> labels.text("runs.succeeded");
            case "failed" -> labels.text("runs.failed");
            case "waiting" -> labels.text("runs.waiting");
            case "cancelled" -> labels.text("runs.cancelled");
            default -> labels.text("runs.interrupted");
        };
    }

    private static Optional<Long> seconds(RunHistory.Entry run) {
        return run.endedAt().map(end -> Duration.between(run.startedAt(), end).toSeconds());
    }

    private String moment(Optional<Instant> instant) {
        return instant.map(
                        at -> numbers.moment(at, workplace.config().calendar().zone()))
                .orElse("");
    }

    String json(List<RunHistory.Entry> runs) {
        ArrayNode list = JSON.createArrayNode();
        runs.forEach(run -> fill(list.addObject(), run));
        try {
            return JSON.writeValueAsString(list) + System.lineSeparator();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void fill(ObjectNode node, RunHistory.Entry run) {
        node.put("account", run.account());
        node.put("stream", run.stream());
        node.put("status", run.status());
        node.put("started-at", run.startedAt().toString());
        node.put("ended-at", run.endedAt().map(Instant::toString).orElse(null));
        node.put("attempts", run.attempts());
        node.put("records", run.counts().records());
        node.put("facts", run.counts().facts());
        node.put("changed", run.counts().changed());
        node.put("removed", run.counts().removed());
        node.put("held-back", run.counts().quarantined());
        node.put("error", run.error());
        node.put("waiting-until", run.waitingUntil().map(Instant::toString).orElse(null));
        node.put("next-due", run.nextDue().map(Instant::toString).orElse(null));
    }
}
