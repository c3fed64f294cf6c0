package vn.nhip.export;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.nhip.store.Store;

/** Two businesses in one store, alike but for their numbers; the second one's are all 999. */
final class StoredShops {

    static final LocalDate DAY = LocalDate.of(2026, 2, 3);

    private final Handle handle;
    private final int workspace;

    private StoredShops(Handle handle, int workspace) {
        this.handle = handle;
        this.workspace = workspace;
    }

    static void fill(Store store) {
        store.write(handle -> {
            new StoredShops(handle, 1).fill("minh-an", "12.5", "7");
            new StoredShops(handle, 2).fill("khac", "999", "999");
            return true;
        });
    }

    private void fill(String name, String sales, String web) {
        execute("INSERT INTO workspace (id, name, zone, currency) VALUES (?, '" + name + "', 'UTC', 'VND')");
        account(1, "pos");
        account(2, "crm");
        order(1, "A1", "paid", 100_000_000);
        order(1, "A2", "cancelled", 50_500_000);
        order(2, "A1", "paid", 100_000_000);
        order(2, "B9", "delivered", 40_000_000);
        execute("INSERT INTO person (workspace_id, id, keys, customer_id) VALUES (?, 1, 'k', 7)");
        execute("INSERT INTO customer (workspace_id, id, first_day, days) VALUES (?, 7, ?, ?)", DAY, new byte[0]);
        execute(
                "INSERT INTO sync_run (workspace_id, id, stream_id, scheduled_for, attempt, status, fence, started_at,"
                        + " ended_at) VALUES (?, 1, 1, 1, 1, 'succeeded', 1, 1, ?)",
                Reports.NOW.toEpochMilli());
        execute("INSERT INTO sync_run (workspace_id, id, stream_id, scheduled_for, attempt, status, fence, started_at,"
                + " error) VALUES (?, 2, 2, 1, 1, 'failed', 1, 1, 'cột Email bị thiếu')");
        execute(
                "INSERT INTO slice (workspace_id, id, stream_id, name, origin, state) VALUES (?, 1, 1, 'a.csv', 1, 'complete')");
        execute(
                "INSERT INTO quarantine (workspace_id, id, stream_id, slice_id, page_id, at, field, reason, value, raw,"
                        + " first_seen, status) VALUES (?, 1, 1, 1, 1, 'line 2', 'x', 'y', ?, ?, 1, 'open')",
                new byte[0],
                new byte[0]);
        value("month", DAY.withDayOfMonth(1), "web", web);
        value("month", DAY.withDayOfMonth(1), "", null);
        value("day", DAY, "", sales);
    }

    private void account(int id, String name) {
        execute("INSERT INTO account (workspace_id, id, name, connector, zone, currency)" + " VALUES (?, " + id + ", '"
                + name + "', 'files', 'UTC', 'VND')");
        execute(
                "INSERT INTO stream (workspace_id, id, account_id, name, complete_through) VALUES (?, " + id + ", " + id
                        + ", 'files', ?)",
                id == 1 ? DAY : null);
    }

    private void order(int account, String number, String status, long gross) {
        execute(
                "INSERT INTO fact_order (workspace_id, account_id, key, origin, version, hash, page_id, at, live, day,"
                        + " order_number, ordered_at, person_id, status, channel, currency, gross, discounts, tax, shipping,"
                        + " lines) VALUES (?, " + account
                        + ", ?, 0, 1, 1, 1, '', 1, ?, ?, 1, 1, ?, 'web', 'VND', ?, 0, 0, 0,"
                        + " '[]')",
                number,
                DAY,
                number,
                status,
                gross);
    }

    private void value(String grain, LocalDate start, String channel, @Nullable String value) {
        execute(
                "INSERT INTO kpi_value (workspace_id, kpi, grain, start, dimension, dimension_value, version, value,"
                        + " reason, state, partial, computed_at) VALUES (?, 'sales', ?, ?, ?, ?, 1, ?, '', 'settled', 0, 1)",
                grain,
                start,
                channel.isEmpty() ? "" : "channel",
                channel,
                value);
    }

    /** The workspace is always the first argument. */
    private void execute(String sql, @Nullable Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = workspace;
        for (int i = 0; i < arguments.length; i++) {
            all[i + 1] = arguments[i] instanceof LocalDate day ? day.toString() : arguments[i];
        }
        handle.execute(sql, all);
    }
}
