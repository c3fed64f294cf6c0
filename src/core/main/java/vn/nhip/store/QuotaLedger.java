package vn.nhip.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.QuotaLevel;

/**
 * What sources last said of their quotas, by owner: all accounts that draw on the same owner see the same level.
 */
public final class QuotaLedger {

    private static final int RESERVE_PERCENT = 20;

    private final Store store;
    private final Clock clock;

    public QuotaLedger(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Who may use what is left. */
    public enum Use {
        /** Unattended reading leaves a fifth to people. */
        LEAVE_RESERVE,
        ALL
    }

    /** A quota that is used up for now. */
    public record Exhausted(String owner, String name, Instant resets) {}

    /** The quota of this account that resets last among those used up; empty when there is room in all of them. */
    public Optional<Exhausted> exhausted(Feed feed, Use use) {
        String room = use == Use.ALL ? "0" : "COALESCE(whole * " + RESERVE_PERCENT + " / 100, 0)";
        return store.read(handle -> handle.createQuery("SELECT l.owner, l.name, l.resets_at FROM quota_level l"
                        + " JOIN quota_use u ON u.workspace_id = l.workspace_id AND u.owner = l.owner"
                        + " WHERE u.workspace_id = :workspace AND u.account_id = :account AND l.resets_at > :now"
                        + " AND l.remaining <= " + room + " ORDER BY l.resets_at DESC LIMIT 1")
                .bind("workspace", feed.workspace())
                .bind("account", feed.account())
                .bind("now", clock.millis())
                .map((row, context) -> new Exhausted(
                        row.getString("owner"), row.getString("name"), Instant.ofEpochMilli(row.getLong("resets_at"))))
                .findOne());
    }

    /** What is left of a quota that an account draws on; {@code whole} where the source says how much there is. */
    public record Level(String account, String name, long left, OptionalLong whole, Instant resets) {}

    /** What was last said of the quotas of a workspace that were not reset since. */
    public List<Level> levels(long workspace) {
        return store.read(handle -> handle.createQuery("SELECT a.name AS account, l.* FROM quota_level l"
                        + " JOIN quota_use u ON u.workspace_id = l.workspace_id AND u.owner = l.owner"
                        + " JOIN account a ON a.workspace_id = u.workspace_id AND a.id = u.account_id"
                        + " WHERE l.workspace_id = :workspace AND l.resets_at > :now ORDER BY a.name, l.owner, l.name")
                .bind("workspace", workspace)
                .bind("now", clock.millis())
                .map((row, context) -> level(row))
                .list());
    }

    private static Level level(ResultSet row) throws SQLException {
        long whole = row.getLong("whole");
        return new Level(
                row.getString("account"),
                row.getString("name"),
                row.getLong("remaining"),
                row.wasNull() ? OptionalLong.empty() : OptionalLong.of(whole),
                Instant.ofEpochMilli(row.getLong("resets_at")));
    }

    static void note(Handle handle, Feed feed, List<QuotaLevel> levels, long now) {
        for (QuotaLevel level : levels) {
            handle.execute(
                    "INSERT INTO quota_use (workspace_id, account_id, owner) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    feed.workspace(),
                    feed.account(),
                    level.owner());
            handle.createUpdate("INSERT INTO quota_level (workspace_id, owner, name, remaining, whole, resets_at,"
                            + " seen_at) VALUES (:workspace, :owner, :name, :remaining, :whole, :resets, :now)"
                            + " ON CONFLICT (workspace_id, owner, name) DO UPDATE SET remaining = excluded.remaining,"
                            + " whole = excluded.whole, resets_at = excluded.resets_at, seen_at = excluded.seen_at")
                    .bind("workspace", feed.workspace())
                    .bind("owner", level.owner())
                    .bind("name", level.name())
                    .bind("remaining", level.left())
                    .bind(
                            "whole",
                            level.of().isPresent() ? Long.valueOf(level.of().getAsLong()) : null)
                    .bind("resets", level.resets().toEpochMilli())
                    .bind("now", now)
                    .execute();
        }
    }
}
