package vn.nhip.metric;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhip.config.WorkspaceConfig;

/** The workspace as one refresh sees it: its key in the store, its settings, its accounts by id, and today there. */
public record Workspace(long id, WorkspaceConfig config, Map<Long, String> accounts, LocalDate today) {

    /**
     * Looks the configured workspace up.
     *
     * @throws IllegalStateException when the store does not have it: nothing was synced yet
     */
    public static Workspace find(Sql sql, WorkspaceConfig config, Clock clock) {
        long id = sql.first("SELECT id FROM workspace WHERE name = ?", row -> row.getLong(1), config.id())
                .orElseThrow(() -> new IllegalStateException(
                        "The store has no workspace '" + config.id() + "'. Sync or import something first."));
        return of(sql, id, config, clock);
    }

    /** The workspace of this key; without accounts when the store has none. */
    public static Workspace of(Sql sql, long id, WorkspaceConfig config, Clock clock) {
        Map<Long, String> accounts = new LinkedHashMap<>();
        sql.each(
                "SELECT id, name FROM account WHERE workspace_id = ? ORDER BY id",
                row -> accounts.put(row.getLong(1), row.getString(2)),
                id);
        LocalDate today = LocalDate.now(clock.withZone(config.calendar().zone()));
        return new Workspace(id, config, accounts, today);
    }

    public String accountName(long account) {
        return accounts.getOrDefault(account, "");
    }

    /** The ids of named accounts that the store knows, in the order of the names. */
    List<Long> ids(List<String> names) {
        return names.stream()
                .flatMap(name -> accounts.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(name))
                        .map(Map.Entry::getKey))
                .toList();
    }
}
