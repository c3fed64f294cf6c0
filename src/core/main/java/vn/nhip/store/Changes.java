package vn.nhip.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.FactKind;

/** Collects what visibly changed in one transaction, and marks those days and persons dirty: exactly those. */
final class Changes {

    private static final int MANY = 5_000;
    private static final int MANY_NUMBERS = 500;

    private final Connection connection;
    private final Feed feed;
    private @Nullable Boolean otherOrders;
    private final Map<FactKind, Set<String>> days = new EnumMap<>(FactKind.class);
    private final Set<Long> persons = new HashSet<>();
    private final Set<String> orderNumbers = new HashSet<>();
    private long changed;
    private long removed;

    Changes(Connection connection, Feed feed) {
        this.connection = connection;
        this.feed = feed;
    }

    long changed() {
        return changed;
    }

    long removed() {
        return removed;
    }

    /** What readers saw of a key before and see after; either may be nothing. */
    void note(FactKind kind, @Nullable Stored before, @Nullable Stored after) throws SQLException {
        if (Objects.equals(contentOf(before), contentOf(after))) {
            return;
        }
        if (after == null) {
            removed++;
        } else {
            changed++;
        }
        if (before != null) {
            mark(kind, before.mark());
        }
        if (after != null) {
            mark(kind, after.mark());
        }
    }

    private static @Nullable Long contentOf(@Nullable Stored stored) {
        return stored == null ? null : stored.hash();
    }

    void added(Row row) throws SQLException {
        changed++;
        mark(row.table().kind(), Stored.Mark.of(row));
    }

    /** Takes back the count of facts that were added twice; their marks stay right. */
    void addedTwice(long facts) {
        changed -= facts;
    }

    private void mark(FactKind kind, Stored.Mark mark) throws SQLException {
        days.computeIfAbsent(kind, key -> new TreeSet<>()).add(mark.day());
        if (mark.person() != null && persons.add(mark.person()) && persons.size() >= MANY) {
            flushPersons();
        }
        if (!mark.orderNumber().isEmpty() && otherOrders() && orderNumbers.add(mark.orderNumber())) {
            if (orderNumbers.size() >= MANY_NUMBERS) {
                flushOrderNumbers();
            }
        }
    }

    void flush() throws SQLException {
        flushOrderNumbers();
        flushPersons();
        String sql = "INSERT INTO dirty_day (workspace_id, kind, day) VALUES ";
        try (MultiRow rows = new MultiRow(connection, sql, 3, " ON CONFLICT DO NOTHING")) {
            for (Map.Entry<FactKind, Set<String>> kind : days.entrySet()) {
                for (String day : kind.getValue()) {
                    rows.add(feed.workspace(), kind.getKey().id(), day);
                }
            }
            rows.flush();
        }
        days.clear();
    }

    private void flushPersons() throws SQLException {
        String sql = "INSERT INTO dirty_person (workspace_id, person_id) VALUES ";
        try (MultiRow rows = new MultiRow(connection, sql, 2, " ON CONFLICT DO NOTHING")) {
            for (Long person : persons) {
                rows.add(feed.workspace(), person);
            }
            rows.flush();
        }
        persons.clear();
    }

    /** An order that several accounts know counts once: what one account says of it may change what another's counts. */
    private void flushOrderNumbers() throws SQLException {
        String sql = "SELECT day, person_id FROM fact_order WHERE workspace_id = ? AND account_id <> ? AND live = 1"
                + " AND order_number IN ";
        Set<String> touched = days.computeIfAbsent(FactKind.ORDER, key -> new TreeSet<>());
        List<Object> ours = List.of(feed.workspace(), feed.account());
        try (KeyLookup lookup = new KeyLookup(connection, sql, ours)) {
            lookup.each(List.copyOf(orderNumbers), row -> {
                touched.add(row.getString(1));
                long person = row.getLong(2);
                if (!row.wasNull()) {
                    persons.add(person);
                }
            });
        }
        orderNumbers.clear();
    }

    private boolean otherOrders() throws SQLException {
        if (otherOrders == null) {
            otherOrders = otherAccountsHaveOrders();
        }
        return otherOrders;
    }

    private boolean otherAccountsHaveOrders() throws SQLException {
        String sql =
                "SELECT 1 FROM account a WHERE a.workspace_id = ? AND a.id <> ? AND EXISTS (SELECT 1 FROM fact_order f"
                        + " WHERE f.workspace_id = a.workspace_id AND f.account_id = a.id) LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, feed.workspace());
            statement.setLong(2, feed.account());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
