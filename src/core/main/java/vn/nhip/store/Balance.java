package vn.nhip.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.FactKind;

/**
 * Compares, day by day, the parts that a source gave with its own total. Days that do not add up are kept in a table and
 * noticed once; the facts stand as the source gave them.
 */
public final class Balance {

    private record Measure(FactKind kind, String column, String currency) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure(FactKind.TRAFFIC_DAY, "sessions", "''"),
            new Measure(FactKind.AD_DAY, "cost", "currency"),
            new Measure(FactKind.AD_DAY, "clicks", "''"),
            new Measure(FactKind.AD_DAY, "impressions", "''"));

    private static final long ANY = 0;

    private final Store store;
    private final Notices notices;

    public Balance(Store store, Clock clock) {
        this.store = store;
        this.notices = new Notices(store, clock);
    }

    /** A day whose parts do not add up; amounts of money in millionths. */
    public record Unbalanced(
            String account, String kind, String day, String measure, String currency, long total, long parts) {}

    /** Looks at the days of one account again; returns how many measures do not add up. */
    public int check(Feed feed, DayRange days) {
        return store.write(handle -> {
            handle.execute(
                    "DELETE FROM unbalanced_day WHERE workspace_id = ? AND account_id = ? AND day BETWEEN ? AND ?",
                    feed.workspace(),
                    feed.account(),
                    days.first().toString(),
                    days.last().toString());
            int found = 0;
            for (Measure measure : MEASURES) {
                found += insert(handle, feed, days, measure);
            }
            if (found > 0) {
                tell(handle, feed, days);
            }
            return found;
        });
    }

    private static int insert(Handle handle, Feed feed, DayRange days, Measure measure) {
        String sum = "SUM(CASE WHEN scope = '%s' THEN " + measure.column() + " ELSE 0 END)";
        String total = sum.formatted("total");
        String parts = sum.formatted("breakdown");
        return handle.createUpdate("INSERT INTO unbalanced_day (workspace_id, account_id, kind, day, measure, currency,"
                        + " total, parts) SELECT workspace_id, account_id, :kind, day, :measure, "
                        + measure.currency() + ", " + total + ", " + parts + " FROM "
                        + FactTable.of(measure.kind()).name()
                        + " WHERE workspace_id = :workspace AND account_id = :account AND live = 1"
                        + " AND day BETWEEN :first AND :last GROUP BY workspace_id, account_id, day, 6"
                        + " HAVING COUNT(DISTINCT scope) = 2 AND " + total + " <> " + parts)
                .bind("kind", measure.kind().id())
                .bind("measure", measure.column())
                .bind("workspace", feed.workspace())
                .bind("account", feed.account())
                .bind("first", days.first().toString())
                .bind("last", days.last().toString())
                .execute();
    }

    private void tell(Handle handle, Feed feed, DayRange days) {
        list(handle, feed.workspace(), feed.account()).stream()
                .filter(row -> days.contains(LocalDate.parse(row.day())))
                .findFirst()
                .ifPresent(newest -> notices.write(handle, feed.workspace(), notice(newest)));
    }

    private static Notice notice(Unbalanced row) {
        Map<String, String> about = Map.of(
                "account", row.account(),
                "what", "total",
                "day", row.day(),
                "measure", row.measure(),
                "total", Long.toString(row.total()),
                "parts", Long.toString(row.parts()));
        String key = String.join("/", row.account(), "total", row.kind(), row.measure(), row.day());
        return new Notice(Notice.Kind.SUSPICIOUS, key, about);
    }

    /** All days of a workspace that do not add up, newest first. */
    public List<Unbalanced> list(long workspace) {
        return store.read(handle -> list(handle, workspace, ANY));
    }

    private static List<Unbalanced> list(Handle handle, long workspace, long account) {
        return handle.createQuery("SELECT a.name, u.kind, u.day, u.measure, u.currency, u.total, u.parts"
                        + " FROM unbalanced_day u JOIN account a ON a.workspace_id = u.workspace_id"
                        + " AND a.id = u.account_id WHERE u.workspace_id = :workspace"
                        + " AND (:account = 0 OR u.account_id = :account) ORDER BY u.day DESC, a.name, u.measure")
                .bind("workspace", workspace)
                .bind("account", account)
                .map((row, context) -> new Unbalanced(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }
}
