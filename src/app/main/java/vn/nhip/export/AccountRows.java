package vn.nhip.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.metric.Sql;
import vn.nhip.spi.FactKind;

/** The accounts of one workspace: what each gives, how fresh it is, and which of them count. */
final class AccountRows {

    private final WorkspaceConfig config;
    private final Map<Long, String> names = new HashMap<>();
    private final Map<FactKind, Set<String>> giving = new EnumMap<>(FactKind.class);
    private final Map<String, Long> counts = new HashMap<>();
    private boolean counted;
    private final Map<String, Instant> lastSuccess = new HashMap<>();
    private final Map<String, LocalDate> completeThrough = new HashMap<>();
    private final Map<String, Long> quarantined = new HashMap<>();
    private final Map<String, String> lastError = new HashMap<>();

    private AccountRows(WorkspaceConfig config) {
        this.config = config;
    }

    /** With how many records each account gave, which takes as long as there are records. */
    static AccountRows counted(Sql sql, long workspace, WorkspaceConfig config) {
        AccountRows rows = read(sql, workspace, config);
        for (FactKind kind : rows.giving.keySet()) {
            sql.each(
                    "SELECT account_id, COUNT(*) FROM " + table(kind) + " WHERE workspace_id = ? GROUP BY account_id",
                    row -> rows.counts.merge(rows.name(row.getLong(1)), row.getLong(2), Long::sum),
                    workspace);
        }
        rows.counted = true;
        return rows;
    }

    static AccountRows read(Sql sql, long workspace, WorkspaceConfig config) {
        AccountRows rows = new AccountRows(config);
        sql.each(
                "SELECT id, name FROM account WHERE workspace_id = ?",
                row -> rows.names.put(row.getLong(1), row.getString(2)),
                workspace);
        for (FactKind kind : FactKind.values()) {
            sql.each(
                    "SELECT a.name FROM account a WHERE a.workspace_id = ? AND EXISTS (SELECT 1 FROM " + table(kind)
                            + " f WHERE f.workspace_id = a.workspace_id AND f.account_id = a.id)",
                    row -> rows.giving
                            .computeIfAbsent(kind, any -> new HashSet<>())
                            .add(row.getString(1)),
                    workspace);
        }
        rows.readFreshness(sql, workspace);
        return rows;
    }

    private static String table(FactKind kind) {
        return "fact_" + kind.id().replace('-', '_');
    }

    private void readFreshness(Sql sql, long workspace) {
        String ofStream = " FROM stream s JOIN account a ON a.workspace_id = s.workspace_id AND a.id = s.account_id";
        String withRuns = ofStream + " JOIN sync_run r ON r.workspace_id = s.workspace_id AND r.stream_id = s.id";
        sql.each(
                "SELECT a.name, MAX(r.ended_at)" + withRuns + " WHERE s.workspace_id = ? AND r.status = 'succeeded'"
                        + " AND r.ended_at IS NOT NULL GROUP BY a.name",
                row -> lastSuccess.put(row.getString(1), Instant.ofEpochMilli(row.getLong(2))),
                workspace);
        sql.each(
                "SELECT a.name, MIN(s.complete_through)" + ofStream
                        + " WHERE s.workspace_id = ? AND s.complete_through IS NOT NULL GROUP BY a.name",
                row -> completeThrough.put(row.getString(1), LocalDate.parse(row.getString(2))),
                workspace);
        sql.each(
                "SELECT a.name, COUNT(*)" + ofStream
                        + " JOIN quarantine q ON q.workspace_id = s.workspace_id AND q.stream_id = s.id"
                        + " JOIN slice l ON l.workspace_id = q.workspace_id AND l.id = q.slice_id"
                        + " WHERE s.workspace_id = ? AND (q.status <> 'staged' OR l.state = 'refused')"
                        + " GROUP BY a.name",
                row -> quarantined.put(row.getString(1), row.getLong(2)),
                workspace);
        sql.each(
                "SELECT a.name, r.error" + withRuns + " WHERE s.workspace_id = ? AND r.error IS NOT NULL AND r.id ="
                        + " (SELECT MAX(l.id) FROM sync_run l WHERE l.workspace_id = s.workspace_id"
                        + " AND l.stream_id = s.id) ORDER BY s.id",
                row -> lastError.put(row.getString(1), row.getString(2)),
                workspace);
    }

    String name(long account) {
        return Objects.requireNonNullElse(names.get(account), Long.toString(account));
    }

    /** How people call the account that a breakdown names. */
    String title(String account) {
        WorkspaceConfig.AccountConfig known = config.accounts().get(account);
        return known == null ? account : known.title();
    }

    /** The accounts, in the order of the settings, that count for any of these kinds and give some of it. */
    List<String> giving(Set<FactKind> kinds) {
        return config.accounts().keySet().stream()
                .filter(account -> kinds.stream().anyMatch(kind -> counts(kind, account)))
                .toList();
    }

    private boolean counts(FactKind kind, String account) {
        List<String> named = config.sourcesOfTruth().getOrDefault(kind, List.of());
        boolean gives = giving.getOrDefault(kind, Set.of()).contains(account);
        return gives && (named.isEmpty() || named.contains(account));
    }

    /** The last success of the account that is furthest behind; unknown while one of them never succeeded. */
    Optional<Instant> furthestBehind(List<String> accounts) {
        if (!lastSuccess.keySet().containsAll(accounts)) {
            return Optional.empty();
        }
        return accounts.stream().map(lastSuccess::get).filter(Objects::nonNull).min(Instant::compareTo);
    }

    List<Report.Source> sources() {
        List<Report.Source> sources = new ArrayList<>();
        for (WorkspaceConfig.AccountConfig account : config.accounts().values()) {
            String name = account.name();
            sources.add(new Report.Source(
                    name,
                    account.title(),
                    account.connector(),
                    Optional.ofNullable(lastSuccess.get(name)),
                    Optional.ofNullable(completeThrough.get(name)),
                    counted ? OptionalLong.of(counts.getOrDefault(name, 0L)) : OptionalLong.empty(),
                    quarantined.getOrDefault(name, 0L),
                    lastError.getOrDefault(name, "")));
        }
        return sources;
    }
}
