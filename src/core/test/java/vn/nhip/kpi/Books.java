package vn.nhip.kpi;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.spi.FactKind;
import vn.nhip.store.Store;

/** One business in a store: facts in and out as a commit would do it, with the marks that a commit leaves. */
final class Books {

    private final Store store;
    private final long workspace;
    private final Map<String, Long> accounts = new LinkedHashMap<>();
    private final Map<String, Long> persons = new LinkedHashMap<>();

    Books(Store store, long workspace, String currency, List<String> names) {
        this.store = store;
        this.workspace = workspace;
        store.write(handle -> {
            handle.execute(
                    "INSERT INTO workspace (id, name, zone, currency) VALUES (?, ?, 'UTC', ?)",
                    workspace,
                    name(),
                    currency);
            for (String name : names) {
                long id = accounts.size() + 1L;
                accounts.put(name, id);
                handle.execute(
                        "INSERT INTO account (workspace_id, id, name, connector, zone, currency)"
                                + " VALUES (?, ?, ?, 'files', 'UTC', ?)",
                        workspace,
                        id,
                        name,
                        currency);
                handle.execute(
                        "INSERT INTO stream (workspace_id, id, account_id, name) VALUES (?, ?, ?, 'files')",
                        workspace,
                        id,
                        id);
            }
            return true;
        });
    }

    Store store() {
        return store;
    }

    long id() {
        return workspace;
    }

    long account(String name) {
        return accounts.getOrDefault(name, 0L);
    }

    private String name() {
        return "shop-" + workspace;
    }

    WorkspaceConfig config(
            String currency,
            Optional<LocalDate> history,
            Optional<YearMonth> closed,
            Map<FactKind, List<String>> truth) {
        WorkspaceConfig.Calendar calendar =
                new WorkspaceConfig.Calendar(ZoneId.of("UTC"), Currency.getInstance(currency), history, closed);
        return new WorkspaceConfig(
                name(), name(), calendar, WorkspaceConfig.Language.EN, false, Map.of(), truth, Map.of());
    }

    static Clock noon(LocalDate day) {
        return Clock.fixed(day.atTime(12, 0).atZone(ZoneId.of("UTC")).toInstant(), ZoneId.of("UTC"));
    }

    /** A further stream of the account, of which nothing has been read yet. */
    void unreadStream(String account, FactKind kind) {
        store.write(handle -> handle.execute(
                "INSERT INTO stream (workspace_id, id, account_id, name, facts)"
                        + " SELECT ?, MAX(id) + 1, ?, ?, ? FROM stream WHERE workspace_id = ?",
                workspace,
                account(account),
                kind.id(),
                "," + kind.id() + ",",
                workspace));
    }

    void completeThrough(String account, LocalDate day, int restatedDays) {
        store.write(handle -> handle.execute(
                "UPDATE stream SET complete_through = ?, restated_days = ? WHERE workspace_id = ? AND account_id = ?",
                day.toString(),
                restatedDays,
                workspace,
                account(account)));
    }

    /** The person with exactly these keys. */
    long person(String... keys) {
        String joined = String.join(",", new TreeSet<>(List.of(keys)));
        return persons.computeIfAbsent(joined, any -> {
            long id = persons.size() + 1L;
            store.write(handle -> {
                handle.execute("INSERT INTO person (workspace_id, id, keys) VALUES (?, ?, ?)", workspace, id, joined);
                for (String key : new TreeSet<>(List.of(keys))) {
                    handle.execute(
                            "INSERT INTO person_key (workspace_id, key_hash, person_id) VALUES (?, ?, ?)",
                            workspace,
                            key,
                            id);
                }
                return true;
            });
            return id;
        });
    }

    /** Writes a fact, or writes it over the one with the same key. */
    void put(FactKind kind, String account, String key, Map<String, Object> columns) {
        Map<String, Object> all = new TreeMap<>(columns);
        all.putAll(Map.of(
                "workspace_id", workspace, "account_id", account(account), "key", key, "origin", 0, "version", 0));
        all.putAll(Map.of("hash", 0, "page_id", 1, "at", "line 1", "live", 1));
        store.write(handle -> {
            try (vn.nhip.metric.Sql sql = new vn.nhip.metric.Sql(handle)) {
                take(sql, kind, account, key);
                String names = String.join(", ", all.keySet());
                String marks = all.keySet().stream().map(any -> "?").collect(Collectors.joining(", "));
                sql.update(
                        "INSERT INTO " + table(kind) + " (" + names + ") VALUES (" + marks + ")",
                        all.values().stream().map(Books::plain).toArray());
                mark(sql, kind, account, key);
            }
            return true;
        });
    }

    private static @org.jspecify.annotations.Nullable Object plain(Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    void remove(FactKind kind, String account, String key) {
        store.write(handle -> {
            try (vn.nhip.metric.Sql sql = new vn.nhip.metric.Sql(handle)) {
                take(sql, kind, account, key);
            }
            return true;
        });
    }

    private void take(vn.nhip.metric.Sql sql, FactKind kind, String account, String key) {
        mark(sql, kind, account, key);
        sql.update(
                "DELETE FROM " + table(kind) + " WHERE workspace_id = ? AND account_id = ? AND key = ?",
                workspace,
                account(account),
                key);
    }

    private void mark(vn.nhip.metric.Sql sql, FactKind kind, String account, String key) {
        String of = " FROM " + table(kind) + " f WHERE f.workspace_id = ? AND f.account_id = ? AND f.key = ?";
        dirty(sql, kind, of, account, key);
        if (kind == FactKind.ORDER) {
            dirty(
                    sql,
                    kind,
                    " FROM fact_order f JOIN fact_order o ON o.workspace_id = f.workspace_id AND o.order_number ="
                            + " f.order_number AND o.order_number <> '' WHERE o.workspace_id = ? AND o.account_id = ?"
                            + " AND o.key = ?",
                    account,
                    key);
        }
    }

    private void dirty(vn.nhip.metric.Sql sql, FactKind kind, String of, String account, String key) {
        sql.update(
                "INSERT INTO dirty_day (workspace_id, kind, day) SELECT f.workspace_id, '" + kind.id() + "', f.day" + of
                        + " ON CONFLICT DO NOTHING",
                workspace,
                account(account),
                key);
        if (Stream.of(FactKind.ORDER, FactKind.LEAD, FactKind.CUSTOMER).anyMatch(kind::equals)) {
            sql.update(
                    "INSERT INTO dirty_person (workspace_id, person_id) SELECT f.workspace_id, f.person_id" + of
                            + " AND f.person_id IS NOT NULL ON CONFLICT DO NOTHING",
                    workspace,
                    account(account),
                    key);
        }
    }

    private static String table(FactKind kind) {
        return "fact_" + kind.id().replace('-', '_');
    }
}
