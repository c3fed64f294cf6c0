package vn.nhip.incident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.nhip.catalogue.Texts;
import vn.nhip.metric.Sql;
import vn.nhip.store.Store;

/** The incidents of one workspace and their tasks: read, and worked on by people. */
public final class Incidents {

    private static final String SELECT = "SELECT " + IncidentRow.COLUMNS + " FROM incident WHERE workspace_id = ?";
    private static final String TASKS =
            "SELECT " + IncidentRow.TASK_COLUMNS + " FROM incident_task WHERE workspace_id = ?";

    private final Store store;
    private final long workspace;
    private final Clock clock;

    public Incidents(Store store, long workspace, Clock clock) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** What a person writes into a task. */
    public record Work(String owner, Optional<LocalDate> due, Task.State state, String outcome) {}

    /** Open ones, newest first. */
    public List<Incident> open() {
        return list(" AND state = 'open' ORDER BY start DESC, id DESC");
    }

    /** Closed ones, the last closed first. */
    public List<Incident> closed(int most) {
        return list(" AND state = 'closed' ORDER BY changed_at DESC, id DESC LIMIT ?", most);
    }

    public List<Incident> of(String kpi) {
        return list(" AND kpi = ? ORDER BY start DESC, id DESC", kpi);
    }

    public Optional<Incident> find(long id) {
        return list(" AND id = ?", id).stream().findFirst();
    }

    public List<Task> tasks(long incident) {
        return read(
                sql -> sql.list(TASKS + " AND incident_id = ? ORDER BY id", IncidentRow::task, workspace, incident));
    }

    public Optional<Task> task(long id) {
        return read(sql -> sql.first(TASKS + " AND id = ?", IncidentRow::task, workspace, id));
    }

    /** Tasks with an outcome, of all incidents of a KPI. */
    public List<Task> outcomes(String kpi) {
        return read(sql -> sql.list(
                TASKS
                        + " AND state = 'done' AND incident_id IN (SELECT id FROM incident WHERE workspace_id = ? AND kpi = ?)"
                        + " ORDER BY ended_on, id",
                IncidentRow::task,
                workspace,
                workspace,
                kpi));
    }

    /** Takes over what a person wrote; the day of its end is kept from when it was first ended. */
    public void work(long task, Work work, LocalDate today) {
        write(sql -> sql.update(
                "UPDATE incident_task SET owner = ?, due = ?, state = ?, outcome = ?, ended_on = CASE WHEN ? = 'to-do' THEN ''"
                        + " WHEN ended_on = '' THEN ? ELSE ended_on END WHERE workspace_id = ? AND id = ?",
                work.owner(),
                work.due().map(LocalDate::toString).orElse(""),
                work.state().id(),
                work.outcome(),
                work.state().id(),
                today,
                workspace,
                task));
    }

    /** One more task that somebody thought of; the text is the same in both languages. */
    public void add(long incident, String text, String owner) {
        write(sql -> {
            IncidentWriter.task(
                    sql, workspace, incident, new Task.Plan(new Texts(text, text), owner, Optional.empty()));
            return 1;
        });
    }

    /** Somebody says that it needs nobody any more; it does not open again by itself. */
    public void setAside(long incident) {
        write(sql -> sql.update(
                "UPDATE incident SET state = 'closed', ending = ?, changed_at = ? WHERE workspace_id = ? AND id = ?"
                        + " AND state = 'open'",
                Ending.SET_ASIDE.id(),
                clock.millis(),
                workspace,
                incident));
    }

    private List<Incident> list(String where, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = workspace;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return read(sql -> sql.list(SELECT + where, IncidentRow::incident, all));
    }

    private <T> T read(Function<Sql, T> work) {
        return store.read(handle -> {
            try (Sql sql = new Sql(handle)) {
                return work.apply(sql);
            }
        });
    }

    private void write(Function<Sql, Integer> work) {
        store.write(handle -> {
            try (Sql sql = new Sql(handle)) {
                return work.apply(sql);
            }
        });
    }
}
