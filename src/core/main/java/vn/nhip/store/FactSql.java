package vn.nhip.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements on one fact table; the same on both databases. */
final class FactSql {

    /** Workspace, account and origin. */
    static final int SHARED = 3;

    private static final String OF_ACCOUNT = " WHERE workspace_id = ? AND account_id = ?";
    private static final String ONE_ROW = OF_ACCOUNT + " AND key = ? AND origin = ?";

    private final FactTable table;

    FactSql(FactTable table) {
        this.table = table;
    }

    /** One row of values; what is the same in every row of a merge is written out. */
    String insertRow(Feed feed, long origin) {
        int after = FactTable.COMMON.size() - SHARED + table.columns().size() - 1;
        return "(%d,%d,?,%d".formatted(feed.workspace(), feed.account(), origin) + ",?".repeat(after) + ")";
    }

    String insertHead() {
        return "INSERT INTO " + table.name() + " (" + String.join(", ", columns()) + ") VALUES ";
    }

    /** An older version never overwrites a newer one. */
    String insertTail() {
        String set = columns().stream()
                .skip(4)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        return " ON CONFLICT (workspace_id, account_id, key, origin) DO UPDATE SET " + set
                + " WHERE excluded.version >= " + table.name() + ".version";
    }

    /** The first of two rows stays; how many were written tells whether there were two. */
    String firstStays() {
        return " ON CONFLICT (workspace_id, account_id, key, origin) DO NOTHING";
    }

    String given() {
        return "SELECT version, hash, at FROM " + table.name() + ONE_ROW;
    }

    String anyOfAccount() {
        return "SELECT 1 FROM " + table.name() + OF_ACCOUNT + " LIMIT 1";
    }

    String stored() {
        return "SELECT key, origin, version, hash, live, day, "
                + (table.has("person_id") ? "person_id" : "NULL") + ", "
                + (table.has("order_number") ? "order_number" : "''") + " FROM " + table.name() + OF_ACCOUNT
                + " AND key IN ";
    }

    String setLive() {
        return "UPDATE " + table.name() + " SET live = ?" + ONE_ROW;
    }

    String delete() {
        return "DELETE FROM " + table.name() + ONE_ROW;
    }

    /** Keys of an origin that the new reading did not name, after a key, in order. */
    String unseen(boolean withinDays) {
        return "SELECT key FROM " + table.name() + " AS f" + OF_ACCOUNT + " AND origin = ? AND key > ?"
                + " AND NOT EXISTS (SELECT 1 FROM seen WHERE seen.kind = ? AND seen.key = f.key)"
                + (withinDays
                        ? " AND day BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM page JOIN slice"
                                + " ON slice.workspace_id = page.workspace_id AND slice.id = page.slice_id"
                                + " WHERE page.workspace_id = f.workspace_id AND page.id = f.page_id"
                                + " AND slice.stream_id = ?)" + (table.keyedByDay() ? " AND key < ?" : "")
                        : "")
                + " ORDER BY key LIMIT " + MultiRow.ROWS;
    }

    private List<String> columns() {
        return Stream.concat(FactTable.COMMON.stream(), table.columns().stream())
                .toList();
    }
}
