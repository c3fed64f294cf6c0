package vn.nhip.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nhip.spi.Deliveries;

/** What sources sent of their own accord: kept sealed, each delivery once, until it expires. */
public final class Inbox {

    private static final String OF = " WHERE workspace_id = :workspace AND account = :account";

    private final Store store;
    private final Keys keys;
    private final long workspace;

    public Inbox(Store store, Keys keys, long workspace) {
        this.store = store;
        this.keys = keys;
        this.workspace = workspace;
    }

    /** One delivery that was accepted, on its way in. */
    @SuppressWarnings("ArrayRecordComponent") // lent, never compared
    public record Accepted(String account, String delivery, Instant receivedAt, String mediaType, byte[] body) {}

    /** How far an account's deliveries are. */
    public record Standing(String account, long kept, long today, Instant last) {}

    /** Keeps it durably; false when it was here before, in which case nothing is changed. */
    public boolean keep(Accepted accepted, ZoneId zone) {
        String day = LocalDate.ofInstant(accepted.receivedAt(), zone).toString();
        return store.write(handle -> {
            if (known(handle, accepted)) {
                return false;
            }
            long id = handle.createQuery("SELECT COALESCE(MAX(id), 0) + 1 FROM inbox WHERE workspace_id = :workspace")
                    .bind("workspace", workspace)
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate("INSERT INTO inbox (workspace_id, id, account, delivery, day, received_at, media_type,"
                            + " body) VALUES (:workspace, :id, :account, :delivery, :day, :at, :type, :body)")
                    .bind("workspace", workspace)
                    .bind("id", id)
                    .bind("account", accepted.account())
                    .bind("delivery", accepted.delivery())
                    .bind("day", day)
                    .bind("at", accepted.receivedAt().toEpochMilli())
                    .bind("type", accepted.mediaType())
                    .bind("body", keys.seal(accepted.body(), place(workspace, id)))
                    .execute();
            return true;
        });
    }

    private boolean known(Handle handle, Accepted accepted) {
        return handle.createQuery("SELECT 1 FROM inbox" + OF + " AND delivery = :delivery")
                .bind("workspace", workspace)
                .bind("account", accepted.account())
                .bind("delivery", accepted.delivery())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What is kept for an account. */
    public Deliveries of(String account) {
        return new Deliveries() {
            @Override
            public List<Arrival> days() {
                return store.read(
                        handle -> handle.createQuery("SELECT day, COUNT(*) || '/' || MAX(id) AS mark FROM inbox" + OF
                                        + " GROUP BY day HAVING COUNT(*) = COUNT(body) ORDER BY day DESC")
                                .bind("workspace", workspace)
                                .bind("account", account)
                                .map((row, context) ->
                                        new Arrival(LocalDate.parse(row.getString("day")), row.getString("mark")))
                                .list());
            }

            @Override
            public List<Kept> after(LocalDate day, long last, int most) {
                return store.read(handle -> handle.createQuery("SELECT id, delivery, received_at, media_type, body"
                                + " FROM inbox" + OF + " AND day = :day AND id > :last AND body IS NOT NULL"
                                + " ORDER BY id LIMIT :most")
                        .bind("workspace", workspace)
                        .bind("account", account)
                        .bind("day", day.toString())
                        .bind("last", last)
                        .bind("most", most)
                        .map((row, context) -> kept(row))
                        .list());
            }
        };
    }

    private Deliveries.Kept kept(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Deliveries.Kept(
                id,
                row.getString("delivery"),
                Instant.ofEpochMilli(row.getLong("received_at")),
                row.getString("media_type"),
                keys.open(row.getBytes("body"), place(workspace, id)));
    }

    /** How far an account is; none before its first delivery. */
    public Optional<Standing> standing(String account, LocalDate today) {
        return store.read(handle -> handle.createQuery("SELECT COUNT(body) AS kept,"
                        + " SUM(CASE WHEN day = :today THEN 1 ELSE 0 END) AS today, MAX(received_at) AS last,"
                        + " COUNT(*) AS everything FROM inbox" + OF)
                .bind("workspace", workspace)
                .bind("account", account)
                .bind("today", today.toString())
                .map((row, context) -> row.getLong("everything") == 0
                        ? Optional.<Standing>empty()
                        : Optional.of(new Standing(
                                account,
                                row.getLong("kept"),
                                row.getLong("today"),
                                Instant.ofEpochMilli(row.getLong("last")))))
                .one());
    }

    /** Forgets the bodies of days that lie longer back than landed pages are kept; returns how many. */
    public int expire(Clock clock) {
        LocalDate before = LocalDate.ofInstant(clock.instant().minus(PageCommit.LANDED_FOR), ZoneOffset.UTC);
        return store.write(handle -> handle.createUpdate("UPDATE inbox SET body = NULL"
                        + " WHERE workspace_id = :workspace AND day < :before AND body IS NOT NULL")
                .bind("workspace", workspace)
                .bind("before", before.toString())
                .execute());
    }

    /** The secret part of an account's address: permanent while the account and its connection keep their names. */
    public String address(String account, String connection) {
        return keys.nameOf(String.join("/", "inbox", Long.toString(workspace), account, connection));
    }

    static String place(long workspace, long id) {
        return "inbox/" + workspace + "/" + id;
    }
}
