package vn.nhip.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a fact table holds of one account, key by key. */
final class StoredRows implements AutoCloseable {

    private final Connection connection;
    private final FactSql sql;
    private final Feed feed;
    private final KeyLookup lookup;

    StoredRows(Connection connection, FactSql sql, Feed feed) throws SQLException {
        this.connection = connection;
        this.sql = sql;
        this.feed = feed;
        this.lookup = new KeyLookup(connection, sql.stored(), List.of(feed.workspace(), feed.account()));
    }

    boolean any() throws SQLException {
        try (PreparedStatement any = connection.prepareStatement(sql.anyOfAccount())) {
            any.setLong(1, feed.workspace());
            any.setLong(2, feed.account());
            try (ResultSet row = any.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The rows of these keys, of whichever origin. */
    Map<String, List<Stored>> of(List<String> keys) throws SQLException {
        Map<String, List<Stored>> found = new HashMap<>();
        lookup.each(keys, row -> {
            long person = row.getLong(7);
            Stored.Mark mark = new Stored.Mark(row.getString(6), row.wasNull() ? null : person, row.getString(8));
            found.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                    .add(new Stored(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5) == 1, mark));
        });
        return found;
    }

    /** What an origin gave for a key that it has. */
    Repeats.Given given(String key, long origin) throws SQLException {
        try (PreparedStatement given = prepare(sql.given(), 1, key, origin);
                ResultSet row = given.executeQuery()) {
            row.next();
            return new Repeats.Given(row.getLong(1), row.getLong(2), row.getString(3));
        }
    }

    void delete(String key, long origin) throws SQLException {
        try (PreparedStatement delete = prepare(sql.delete(), 1, key, origin)) {
            delete.executeUpdate();
        }
    }

    void setLive(String key, long origin, boolean live) throws SQLException {
        try (PreparedStatement set = prepare(sql.setLive(), 2, key, origin)) {
            set.setLong(1, live ? 1 : 0);
            set.executeUpdate();
        }
    }

    /** A statement on one row of the account, whose four values start at an index. */
    private PreparedStatement prepare(String statement, int first, String key, long origin) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        prepared.setLong(first, feed.workspace());
        prepared.setLong(first + 1, feed.account());
        prepared.setString(first + 2, key);
        prepared.setLong(first + 3, origin);
        return prepared;
    }

    @Override
    public void close() throws SQLException {
        lookup.close();
    }
}
