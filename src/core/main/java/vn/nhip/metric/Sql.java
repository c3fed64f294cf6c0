package vn.nhip.metric;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.nhip.store.StoreException;

/** Plain JDBC in few words, for statements that run once per day or per customer; keeps them prepared. */
public final class Sql implements AutoCloseable {

    private static final int FETCH = 10_000;

    private final Connection connection;
    private final boolean cursors;
    private final Map<String, Deque<PreparedStatement>> idle = new HashMap<>();

    public Sql(Handle handle) {
        this.connection = handle.getConnection();
        this.cursors = isPostgres(connection);
    }

    /** Takes one row at a time. */
    @FunctionalInterface
    public interface Each {
        void row(ResultSet row) throws SQLException;
    }

    /** Makes one value of one row. */
    @FunctionalInterface
    public interface Of<T> {
        T row(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    public void each(String sql, Each each, @Nullable Object... arguments) {
        run(sql, statement -> {
            bind(statement, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.row(rows);
                }
            }
            return true;
        });
    }

    public <T> List<T> list(String sql, Of<T> of, @Nullable Object... arguments) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(of.row(row)), arguments);
        return found;
    }

    public <T> Optional<T> first(String sql, Of<T> of, @Nullable Object... arguments) {
        return list(sql, of, arguments).stream().findFirst();
    }

    public int update(String sql, @Nullable Object... arguments) {
        return run(sql, statement -> {
            bind(statement, arguments);
            return statement.executeUpdate();
        });
    }

    /** Many rows of one statement; they are written when the batch is closed. */
    public Batch batch(String sql) {
        return new Batch(sql);
    }

    public final class Batch implements AutoCloseable {
        private final String sql;
        private final PreparedStatement statement;
        private int waiting;

        private Batch(String sql) {
            this.sql = sql;
            this.statement = take(sql);
        }

        public void add(@Nullable Object... arguments) {
            try {
                bind(statement, arguments);
                statement.addBatch();
                waiting++;
                if (waiting == FETCH) {
                    flush();
                }
            } catch (SQLException e) {
                throw failure(sql, e);
            }
        }

        private void flush() throws SQLException {
            statement.executeBatch();
            waiting = 0;
        }

        @Override
        public void close() {
            try {
                if (waiting > 0) {
                    flush();
                }
                giveBack(sql, statement);
            } catch (SQLException e) {
                throw failure(sql, e);
            }
        }
    }

    private <T> T run(String sql, Work<T> work) {
        PreparedStatement statement = take(sql);
        try {
            T result = work.with(statement);
            giveBack(sql, statement);
            return result;
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private PreparedStatement take(String sql) {
        Deque<PreparedStatement> free = idle.get(sql);
        if (free != null && !free.isEmpty()) {
            return free.pop();
        }
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            if (cursors) {
                statement.setFetchSize(FETCH);
            }
            return statement;
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    private void giveBack(String sql, PreparedStatement statement) {
        idle.computeIfAbsent(sql, any -> new ArrayDeque<>()).push(statement);
    }

    private static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (argument == null) {
                statement.setNull(i + 1, Types.NULL);
            } else if (argument instanceof Number number) {
                statement.setLong(i + 1, number.longValue());
            } else if (argument instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else {
                statement.setString(i + 1, argument.toString());
            }
        }
    }

    private static boolean isPostgres(Connection connection) {
        try {
            return connection.getMetaData().getDatabaseProductName().startsWith("PostgreSQL");
        } catch (SQLException e) {
            throw failure("", e);
        }
    }

    private static StoreException failure(String sql, SQLException cause) {
        return new StoreException("The store refused a statement: " + cause.getMessage() + " in: " + sql, cause);
    }

    @Override
    public void close() {
        try {
            for (Deque<PreparedStatement> statements : idle.values()) {
                for (PreparedStatement statement : statements) {
                    statement.close();
                }
            }
        } catch (SQLException e) {
            throw failure("", e);
        }
    }
}
