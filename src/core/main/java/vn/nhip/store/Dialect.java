package vn.nhip.store;

/** The few words in which the two databases differ. */
public enum Dialect {
    SQLITE("BLOB", "CAST(unixepoch('subsec') * 1000 AS INTEGER)", ""),
    POSTGRES("BYTEA", "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)", "ON COMMIT DROP");

    private final String blob;
    private final String nowMillis;
    private final String endOfTemporaryTable;

    Dialect(String blob, String nowMillis, String endOfTemporaryTable) {
        this.blob = blob;
        this.nowMillis = nowMillis;
        this.endOfTemporaryTable = endOfTemporaryTable;
    }

    String blob() {
        return blob;
    }

    /** How a table is kept in the order of its key. */
    String clustered() {
        return this == SQLITE ? "WITHOUT ROWID" : "";
    }

    /** The database's own clock: leases of several nodes are compared by one clock only. */
    public String nowMillis() {
        return nowMillis;
    }

    String endOfTemporaryTable() {
        return endOfTemporaryTable;
    }
}
