package vn.nhip.store;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.nhip.spi.FactKind;

/** Brings rows of every kind into their tables, inside the running transaction. */
final class FactMerge implements AutoCloseable {

    private final MergeScope scope;
    private final Map<FactKind, TableMerge> tables = new EnumMap<>(FactKind.class);

    FactMerge(MergeScope scope) {
        this.scope = scope;
    }

    void add(Row row) throws SQLException {
        table(row.table()).add(row);
    }

    /** Removes what the complete new reading did not name. */
    void sweep(Sweep sweep, SeenKeys seen) throws SQLException {
        flushTables();
        for (FactKind kind : FactKind.values()) {
            FactTable table = FactTable.of(kind);
            TableMerge merge = tables.get(kind);
            if (sweep.covers(table) && (merge == null || !merge.isFirstOfAccount())) {
                sweepTable(table, sweep, seen);
            }
        }
    }

    private void sweepTable(FactTable table, Sweep sweep, SeenKeys seen) throws SQLException {
        List<String> keys = seen.missing(table, scope, sweep, sweep.start(table));
        while (!keys.isEmpty()) {
            table(table).remove(keys);
            keys = seen.missing(table, scope, sweep, keys.get(keys.size() - 1));
        }
    }

    /** Writes what still waits, and the dirty marks. */
    void finish() throws SQLException {
        flushTables();
        scope.changes().flush();
    }

    private void flushTables() throws SQLException {
        for (TableMerge table : tables.values()) {
            table.flush();
        }
    }

    private TableMerge table(FactTable table) throws SQLException {
        TableMerge merge = tables.get(table.kind());
        if (merge == null) {
            merge = new TableMerge(table, scope);
            tables.put(table.kind(), merge);
        }
        return merge;
    }

    @Override
    public void close() throws SQLException {
        for (TableMerge table : tables.values()) {
            table.close();
        }
    }
}
