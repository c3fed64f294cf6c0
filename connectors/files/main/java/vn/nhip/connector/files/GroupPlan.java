package vn.nhip.connector.files;

import java.io.IOException;
import java.util.Optional;
import vn.nhip.spi.ConnectorException;

/**
 * Where each group of a file ends, found by a first reading of the key column alone, and in how many passes the file
 * is read so that never too many rows wait for the rest of their group.
 *
 * <p>In pass p of P only the keys with {@code hash % P == p} are taken. P is a power of two; most files need one.
 */
final class GroupPlan {

    /** Rows that may wait at once, and keys that may be known at once: what 256 MB of heap have room for. */
    record Limits(int openRows, int keys, int groupRows) {
        static final Limits DEFAULT = new Limits(100_000, 1_500_000, 50_000);
    }

    private final LastRows lastRows;
    private final int passes;
    private final int pass;

    private GroupPlan(LastRows lastRows, int passes, int pass) {
        this.lastRows = lastRows;
        this.passes = passes;
        this.pass = pass;
    }

    /** True in the first pass, which takes the rows without a key too. */
    boolean isFirst() {
        return pass == 0;
    }

    int passes() {
        return passes;
    }

    /** True when the row with this key is read in this pass. */
    boolean takes(long hash) {
        return (hash & passes - 1) == pass;
    }

    /** True when no later row of the file belongs to this key. */
    boolean ends(long hash, int row) {
        return lastRows.last(hash) <= row;
    }

    /** Reads the key column of the whole file; the number of passes is decided here. */
    static GroupPlan make(PartRows rows, Limits limits) throws IOException {
        LastRows last = new LastRows();
        int passes = 1;
        int row = 0;
        for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
            row++;
            long hash = rows.hash(rows.key(next.get()));
            if (hash != 0 && (hash & passes - 1) == 0) {
                last.add(hash, row);
            }
            if (last.size() > limits.keys()) {
                passes *= 2;
                last.keep(passes, 0);
            }
            forget(rows, next.get(), row);
        }
        requireGroups(last, limits);
        while (last.mostOpen(row) > limits.openRows()) {
            passes *= 2;
            last.keep(passes, 0);
        }
        return new GroupPlan(last, passes, 0);
    }

    /** Reads the key column again for a later pass, or for the same one after a stop. */
    static GroupPlan again(PartRows rows, int passes, int pass) throws IOException {
        LastRows last = new LastRows();
        GroupPlan plan = new GroupPlan(last, passes, pass);
        int row = 0;
        for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
            row++;
            long hash = rows.hash(rows.key(next.get()));
            if (hash != 0 && plan.takes(hash)) {
                last.add(hash, row);
            }
            forget(rows, next.get(), row);
        }
        return plan;
    }

    private static void forget(PartRows rows, Row row, int count) throws IOException {
        if (count % 1_000 == 0) {
            rows.rows().drop(row.lastLine());
        }
    }

    private static void requireGroups(LastRows last, Limits limits) {
        int largest = last.largestGroup();
        if (largest > limits.groupRows()) {
            throw ConnectorException.settings("group-by puts " + largest + " rows into one record, more than "
                    + limits.groupRows() + "; group by the column that names one order");
        }
    }
}
