package vn.nhip.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nhip.metric.Sql;

/** Writes what the rules found, in the transaction of whoever asks. */
final class IncidentWriter {

    /** Grows with every change of the method that can move a score. */
    static final int RULE = 1;

    private final Sql sql;
    private final long workspace;
    private final Instant now;

    IncidentWriter(Sql sql, long workspace, Instant now) {
        this.sql = sql;
        this.workspace = workspace;
        this.now = now;
    }

    List<Incident> of(String kpi) {
        return sql.list(
                "SELECT " + IncidentRow.COLUMNS + " FROM incident WHERE workspace_id = ? AND kpi = ? ORDER BY id",
                IncidentRow::incident,
                workspace,
                kpi);
    }

    /** A new incident with its tasks. */
    void open(Signal signal, List<Task.Plan> tasks) {
        long id = next(sql, "incident", workspace);
        Evidence seen = signal.evidence();
        sql.update(
                "INSERT INTO incident (workspace_id, id, kpi, grain, cause, start, last_start, severe, value, expected, low,"
                        + " high, score, rule, state, ending, opened_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                workspace,
                id,
                signal.kpi(),
                signal.grain().id(),
                Incident.id(signal.cause()),
                signal.start(),
                signal.last(),
                signal.severe() ? 1 : 0,
                Double.toString(seen.value()),
                Double.toString(seen.expected()),
                Double.toString(seen.low()),
                Double.toString(seen.high()),
                Double.toString(seen.score()),
                RULE,
                state(signal.ending()),
                signal.ending().map(Ending::id).orElse(""),
                now.toEpochMilli(),
                now.toEpochMilli());
        tasks.forEach(task -> task(sql, workspace, id, task));
    }

    /** The incident as its signal is now; nothing is written when nothing changed. */
    void follow(Incident incident, Signal signal) {
        boolean same = incident.last().equals(signal.last())
                && incident.severe() == signal.severe()
                && incident.evidence().equals(signal.evidence())
                && incident.ending().equals(signal.ending());
        if (same) {
            return;
        }
        Evidence seen = signal.evidence();
        sql.update(
                "UPDATE incident SET last_start = ?, severe = ?, value = ?, expected = ?, low = ?, high = ?, score = ?,"
                        + " state = ?, ending = ?, changed_at = ? WHERE workspace_id = ? AND id = ?",
                signal.last(),
                signal.severe() ? 1 : 0,
                Double.toString(seen.value()),
                Double.toString(seen.expected()),
                Double.toString(seen.low()),
                Double.toString(seen.high()),
                Double.toString(seen.score()),
                state(signal.ending()),
                signal.ending().map(Ending::id).orElse(""),
                now.toEpochMilli(),
                workspace,
                incident.id());
    }

    void close(Incident incident, Ending ending) {
        sql.update(
                "UPDATE incident SET state = 'closed', ending = ?, changed_at = ? WHERE workspace_id = ? AND id = ?",
                ending.id(),
                now.toEpochMilli(),
                workspace,
                incident.id());
    }

    static void task(Sql sql, long workspace, long incident, Task.Plan plan) {
        sql.update(
                "INSERT INTO incident_task (workspace_id, id, incident_id, vi, en, owner, due, state, outcome, ended_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 'to-do', '', '')",
                workspace,
                next(sql, "incident_task", workspace),
                incident,
                plan.text().vi(),
                plan.text().en(),
                plan.owner(),
                plan.due().map(LocalDate::toString).orElse(""));
    }

    private static String state(Optional<Ending> ending) {
        return ending.isEmpty() ? "open" : "closed";
    }

    private static long next(Sql sql, String table, long workspace) {
        return sql.first(
                        "SELECT COALESCE(MAX(id), 0) + 1 FROM " + table + " WHERE workspace_id = ?",
                        row -> row.getLong(1),
                        workspace)
                .orElseThrow();
    }
}
