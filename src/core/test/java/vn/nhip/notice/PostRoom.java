package vn.nhip.notice;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import vn.nhip.store.Notice;
import vn.nhip.store.Notices;
import vn.nhip.store.Outbox;
import vn.nhip.store.Store;
import vn.nhip.store.Workspaces;

/** A store with one workspace, notices in it, and a clock that a test moves. */
final class PostRoom implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

    final Store store;
    final long workspace;
    final Outbox outbox;
    private Instant now = START;
    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    };

    PostRoom(Path folder) {
        store = Store.sqlite(folder.resolve("nhip.db"));
        workspace = new Workspaces(store)
                .ensure(new Workspaces.Workspace("shop", ZoneId.of("Asia/Ho_Chi_Minh"), "VND", ""));
        outbox = new Outbox(store, clock, workspace);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    boolean failed(String account) {
        return new Notices(store, clock)
                .record(
                        workspace,
                        new Notice(
                                Notice.Kind.SYNC_FAILED,
                                account + "/2026-11-23",
                                Map.of("account", account, "message", "the source is away")));
    }

    Courier courier(Channel... channels) {
        return new Courier(
                outbox,
                List.of(channels),
                notice -> new Letter.Words(
                        "Không đọc được " + notice.about().get("account"),
                        notice.about().getOrDefault("message", "")),
                clock);
    }

    Outbox.Entry last() {
        return outbox.last(1).get(0);
    }

    @Override
    public void close() {
        store.close();
    }
}
