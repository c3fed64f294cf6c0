package vn.nhip.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.StreamSpec;

/** The rows of workspaces, accounts and streams: found or made by name. */
public final class Workspaces {

    private final Store store;

    public Workspaces(Store store) {
        this.store = store;
    }

    /** A workspace as configured; {@code settingsHash} changes when settings that values depend on do. */
    public record Workspace(String name, ZoneId zone, String currency, String settingsHash) {}

    public record Account(String name, String connector, ZoneId zone, String currency) {}

    public OptionalLong find(String name) {
        return store.read(handle -> handle.createQuery("SELECT id FROM workspace WHERE name = ?")
                .bind(0, name)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
    }

    /** Makes or updates the workspace; when its settings differ from last time, every value is to be computed anew. */
    public long ensure(Workspace workspace) {
        return store.write(handle -> {
            long id = handle.createQuery(
                            "INSERT INTO workspace (id, name, zone, currency) SELECT COALESCE(MAX(id), 0) + 1,"
                                    + " :name, :zone, :currency FROM workspace WHERE 1 = 1 ON CONFLICT (name) DO UPDATE SET"
                                    + " zone = excluded.zone, currency = excluded.currency RETURNING id")
                    .bind("name", workspace.name())
                    .bind("zone", workspace.zone().getId())
                    .bind("currency", workspace.currency())
                    .mapTo(Long.class)
                    .one();
            dirtyAllIfChanged(handle, id, workspace.settingsHash());
            return id;
        });
    }

    private static void dirtyAllIfChanged(Handle handle, long id, String hash) {
        int changed = handle.execute(
                "UPDATE workspace SET settings_hash = ? WHERE id = ? AND settings_hash <> ?", hash, id, hash);
        if (changed == 1) {
            handle.execute(
                    "INSERT INTO dirty_day (workspace_id, kind, day) VALUES (?, '*', '*') ON CONFLICT DO NOTHING", id);
        }
    }

    public long ensure(long workspace, Account account) {
        return store.write(handle -> handle.createQuery(
                        "INSERT INTO account (workspace_id, id, name, connector, zone,"
                                + " currency) SELECT :workspace, COALESCE(MAX(id), 0) + 1, :name, :connector, :zone, :currency"
                                + " FROM account WHERE workspace_id = :workspace ON CONFLICT (workspace_id, name) DO UPDATE SET"
                                + " connector = excluded.connector, zone = excluded.zone, currency = excluded.currency RETURNING id")
                .bind("workspace", workspace)
                .bind("name", account.name())
                .bind("connector", account.connector())
                .bind("zone", account.zone().getId())
                .bind("currency", account.currency())
                .mapTo(Long.class)
                .one());
    }

    public long ensureStream(long workspace, long account, StreamSpec stream) {
        return store.write(handle -> handle.createQuery("INSERT INTO stream (workspace_id, id, account_id, name,"
                        + " restated_days, facts) SELECT :workspace, COALESCE(MAX(id), 0) + 1, :account, :name, :restated,"
                        + " :facts FROM stream WHERE workspace_id = :workspace ON CONFLICT (workspace_id, account_id, name)"
                        + " DO UPDATE SET restated_days = excluded.restated_days, facts = excluded.facts RETURNING id")
                .bind("workspace", workspace)
                .bind("account", account)
                .bind("name", stream.name())
                .bind("restated", stream.restatedDays())
                .bind("facts", kinds(stream))
                .mapTo(Long.class)
                .one());
    }

    private static String kinds(StreamSpec stream) {
        return stream.facts().stream().map(FactKind::id).sorted().collect(Collectors.joining(",", ",", ","));
    }

    /** The last day through which the stream's facts are complete. */
    public Optional<LocalDate> completeThrough(Feed feed) {
        return store.read(handle -> handle.createQuery("SELECT complete_through FROM stream WHERE workspace_id = ?"
                        + " AND id = ? AND complete_through IS NOT NULL")
                .bind(0, feed.workspace())
                .bind(1, feed.stream())
                .mapTo(String.class)
                .findOne()
                .map(LocalDate::parse));
    }
}
