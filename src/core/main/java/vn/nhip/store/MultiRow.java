package vn.nhip.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts many rows with few statements: fifty rows in one VALUES are twice as fast as fifty statements. */
final class MultiRow implements AutoCloseable {

    static final int ROWS = 50;

    private final Connection connection;
    private final String head;
    private final String row;
    private final String tail;
    private final List<@Nullable Object[]> waiting = new ArrayList<>(ROWS);
    private @Nullable PreparedStatement full;
    private long written;

    MultiRow(Connection connection, String head, int columns, String tail) {
        this(connection, head, "(" + "?,".repeat(columns - 1) + "?)", tail);
    }

    /** With a row of its own form: what all rows share may stand in it as it is. */
    MultiRow(Connection connection, String head, String row, String tail) {
        this.connection = connection;
        this.head = head;
        this.row = row;
        this.tail = tail;
    }

    void add(@Nullable Object... values) throws SQLException {
        waiting.add(values);
        if (waiting.size() == ROWS) {
            if (full == null) {
                full = connection.prepareStatement(sql(ROWS));
            }
            run(full);
        }
    }

    void flush() throws SQLException {
        if (!waiting.isEmpty()) {
            try (PreparedStatement rest = connection.prepareStatement(sql(waiting.size()))) {
                run(rest);
            }
        }
    }

    /** How many rows the database says that it wrote so far. */
    long written() {
        return written;
    }

    private String sql(int rows) {
        return head + (row + ",").repeat(rows - 1) + row + tail;
    }

    private void run(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (@Nullable Object[] values : waiting) {
            for (Object value : values) {
                bind(statement, index++, value);
            }
        }
        written += statement.executeUpdate();
        waiting.clear();
    }

    static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, value);
        }
    }

    @Override
    public void close() throws SQLException {
        if (full != null) {
            full.close();
        }
    }
}
