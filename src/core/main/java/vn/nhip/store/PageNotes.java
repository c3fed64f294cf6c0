package vn.nhip.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.spi.SourceNotes;

/** Keeps what a source says of itself, and notices when that is not what the account is configured as. */
final class PageNotes {

    private static final Logger LOG = LoggerFactory.getLogger(PageNotes.class);

    private final Notices notices;
    private final Clock clock;

    PageNotes(Store store, Clock clock) {
        this.notices = new Notices(store, clock);
        this.clock = clock;
    }

    private record Account(String name, String zone, String currency) {}

    void take(Handle handle, Feed feed, SourceNotes notes) {
        if (notes.equals(SourceNotes.NONE)) {
            return;
        }
        QuotaLedger.note(handle, feed, notes.quotas(), clock.millis());
        if (notes.zone().isEmpty()
                && notes.currency().isEmpty()
                && notes.drift().isEmpty()) {
            return;
        }
        Account account = account(handle, feed);
        notes.zone()
                .filter(zone -> !zone.getId().equals(account.zone()))
                .ifPresent(
                        zone -> differs(handle, feed, account, new Difference("zone", account.zone(), zone.getId())));
        notes.currency()
                .filter(money -> !money.getCurrencyCode().equals(account.currency()))
                .ifPresent(money -> differs(
                        handle,
                        feed,
                        account,
                        new Difference("currency", account.currency(), money.getCurrencyCode())));
        notes.drift().forEach(what -> drifted(handle, feed, account, what));
    }

    private record Difference(String what, String configured, String source) {}

    private void differs(Handle handle, Feed feed, Account account, Difference difference) {
        Map<String, String> about = Map.of(
                "account", account.name(),
                "what", difference.what(),
                "configured", difference.configured(),
                "source", difference.source());
        String key = String.join("/", account.name(), difference.what(), difference.configured(), difference.source());
        if (notices.write(handle, feed.workspace(), new Notice(Notice.Kind.SOURCE_CHANGED, key, about))) {
            LOG.warn(
                    "account {}: nhip.yaml says {} {}, the source says {}; set it in nhip.yaml",
                    account.name(),
                    difference.what(),
                    difference.configured(),
                    difference.source());
        }
    }

    private void drifted(Handle handle, Feed feed, Account account, String what) {
        UUID of = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
        String key = account.name() + "/drift/" + feed.stream() + "/" + of;
        Map<String, String> about = Map.of("account", account.name(), "what", "drift", "message", what);
        if (notices.write(handle, feed.workspace(), new Notice(Notice.Kind.SOURCE_CHANGED, key, about))) {
            LOG.warn("account {}: the source has changed: {}", account.name(), what);
        }
    }

    private static Account account(Handle handle, Feed feed) {
        return handle.createQuery("SELECT name, zone, currency FROM account WHERE workspace_id = ? AND id = ?")
                .bind(0, feed.workspace())
                .bind(1, feed.account())
                .map((row, context) ->
                        new Account(row.getString("name"), row.getString("zone"), row.getString("currency")))
                .one();
    }
}
