package vn.nhip.handout;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.login.Token;
import vn.nhip.spi.Secret;
import vn.nhip.store.Store;

/** Secret addresses under which a spreadsheet reads the numbers; each can be ended alone. */
public final class Feeds {

    private static final String SELECT =
            "SELECT id, name, form, scope, language, made_by, made_at, read_at FROM export_feed WHERE workspace_id = ?";

    private final Store store;
    private final long workspace;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Feeds(Store store, long workspace, Clock clock) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** Which program reads it: they want different marks at the start of the file. */
    public enum Form {
        EXCEL,
        SHEETS;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much is in it: the KPIs alone, or each breakdown too. */
    public enum Scope {
        TOTALS,
        ALL;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a feed gives, under a name for people. */
    public record Wanted(String name, Form form, Scope scope, Language language) {}

    /** A feed that there is; {@code readAt} is when it was last read, to the minute. */
    public record Feed(long id, Wanted wanted, String madeBy, Instant madeAt, Optional<Instant> readAt) {}

    /** The secret part of the address, which nobody can be told again. */
    public Secret make(Wanted wanted, String who) {
        Secret token = Token.random(random);
        store.write(handle -> handle.execute(
                "INSERT INTO export_feed (workspace_id, id, token, name, form, scope, language, made_by, made_at)"
                        + " SELECT ?, COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM export_feed WHERE workspace_id = ?",
                workspace,
                Token.hash(token),
                wanted.name(),
                wanted.form().id(),
                wanted.scope().id(),
                wanted.language().name(),
                who,
                clock.millis(),
                workspace));
        return token;
    }

    /** Newest first. */
    public List<Feed> list() {
        return store.read(handle -> handle.createQuery(SELECT + " ORDER BY id DESC")
                .bind(0, workspace)
                .map(Feeds::feed)
                .list());
    }

    /** The feed of a secret, until it is ended. */
    public Optional<Feed> find(Secret token) {
        return store.read(handle -> handle.createQuery(SELECT + " AND token = ?")
                .bind(0, workspace)
                .bind(1, Token.hash(token))
                .map(Feeds::feed)
                .findOne());
    }

    /** Keeps when it was read; not each time of a busy minute. */
    public void read(Feed feed) {
        long now = clock.millis();
        boolean known =
                feed.readAt().filter(at -> now - at.toEpochMilli() < 60_000).isPresent();
        if (!known) {
            store.write(handle -> handle.execute(
                    "UPDATE export_feed SET read_at = ? WHERE workspace_id = ? AND id = ?", now, workspace, feed.id()));
        }
    }

    /** Whoever has the address reads nothing more. False when there is no such feed. */
    public boolean end(long id) {
        return store.write(handle ->
                        handle.execute("DELETE FROM export_feed WHERE workspace_id = ? AND id = ?", workspace, id))
                == 1;
    }

    private static Feed feed(java.sql.ResultSet row, StatementContext context) throws java.sql.SQLException {
        long read = row.getLong("read_at");
        Optional<Instant> readAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(read));
        return new Feed(
                row.getLong("id"),
                new Wanted(
                        row.getString("name"),
                        Form.valueOf(row.getString("form").toUpperCase(Locale.ROOT)),
                        Scope.valueOf(row.getString("scope").toUpperCase(Locale.ROOT)),
                        Language.valueOf(row.getString("language"))),
                row.getString("made_by"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                readAt);
    }
}
