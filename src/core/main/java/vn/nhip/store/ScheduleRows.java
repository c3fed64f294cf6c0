package vn.nhip.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * When each job is due next. A row stands for one local date at a time and is never made anew; whoever claims it runs
 * the job, and moves it on to the next date when the job has ended.
 */
public final class ScheduleRows {

    private static final Duration CLAIM = Duration.ofHours(3);

    private final Store store;
    private final Clock clock;
    private final long workspace;

    public ScheduleRows(Store store, Clock clock, long workspace) {
        this.store = store;
        this.clock = clock;
        this.workspace = workspace;
    }

    /** What is due when: of an account, or of the whole workspace where the subject is empty. */
    public record Due(String job, String subject, LocalDate day, Instant at) {}

    /** Adds a job that has no row yet. */
    public boolean add(Due due) {
        return store.write(handle -> handle.execute(
                        "INSERT INTO schedule (workspace_id, job, subject, due_day, due_at) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT (workspace_id, job, subject) DO NOTHING",
                        workspace,
                        due.job(),
                        due.subject(),
                        due.day().toString(),
                        due.at().toEpochMilli())
                == 1);
    }

    public List<Due> list() {
        return store.read(handle -> handle.createQuery("SELECT job, subject, due_day, due_at FROM schedule"
                        + " WHERE workspace_id = ? ORDER BY due_at, job, subject")
                .bind(0, workspace)
                .map((row, context) -> due(row))
                .list());
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getString("job"),
                row.getString("subject"),
                LocalDate.parse(row.getString("due_day")),
                Instant.ofEpochMilli(row.getLong("due_at")));
    }

    /** Takes the job for this process; false when another one has it, or it was done meanwhile. */
    public boolean claim(Due due) {
        String free = store.dialect() == Dialect.SQLITE ? "owner <> :owner" : "claimed_until < :now";
        return store.write(handle -> handle.createUpdate("UPDATE schedule SET owner = :owner, claimed_until = :until"
                                + " WHERE workspace_id = :workspace AND job = :job AND subject = :subject"
                                + " AND due_day = :day AND (" + free + ")")
                        .bind("owner", store.instance())
                        .bind("until", clock.instant().plus(CLAIM).toEpochMilli())
                        .bind("now", clock.millis())
                        .bind("workspace", workspace)
                        .bind("job", due.job())
                        .bind("subject", due.subject())
                        .bind("day", due.day().toString())
                        .execute()
                == 1);
    }

    /** The job has been done for this day and all before it; it is due again as {@code next} says. */
    public boolean done(LocalDate day, Due next) {
        return move(day.toString(), next);
    }

    /** The job goes on later, for the same day; or its time was wrong. */
    public boolean postpone(Due to) {
        return move("", to);
    }

    private boolean move(String doneDay, Due to) {
        return store.write(handle -> handle.createUpdate("UPDATE schedule SET due_day = :day, due_at = :at,"
                                + " owner = '', claimed_until = 0,"
                                + " done_day = CASE WHEN :done > done_day THEN :done ELSE done_day END"
                                + " WHERE workspace_id = :workspace AND job = :job AND subject = :subject")
                        .bind("day", to.day().toString())
                        .bind("at", to.at().toEpochMilli())
                        .bind("done", doneDay)
                        .bind("workspace", workspace)
                        .bind("job", to.job())
                        .bind("subject", to.subject())
                        .execute()
                == 1);
    }
}
