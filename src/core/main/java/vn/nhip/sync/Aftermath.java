package vn.nhip.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.spi.DayRange;
import vn.nhip.store.Balance;
import vn.nhip.store.Notice;
import vn.nhip.store.Notices;
import vn.nhip.store.Store;

/** What follows from a run: do the parts add up to the source's own totals, and who must hear that it failed. */
final class Aftermath {

    private static final int DAYS_BACK = 40;
    /** Those who must act hear of these elsewhere: from the connection, from the doubt itself, or on the screen. */
    private static final Set<String> TOLD_ELSEWHERE = Set.of("access", "suspicious", "busy", "cancelled", "stopped");

    private final Balance balance;
    private final Notices notices;
    private final Clock clock;

    Aftermath(Store store, Clock clock) {
        this.balance = new Balance(store, clock);
        this.notices = new Notices(store, clock);
        this.clock = clock;
    }

    SyncReport of(WorkspaceConfig config, List<AccountStream> streams, SyncRequest request, SyncReport report) {
        if (streams.isEmpty()) {
            return report;
        }
        AccountStream any = streams.get(0);
        LocalDate today = LocalDate.now(clock.withZone(any.account().zone()));
        DayRange days = request.days().orElse(new DayRange(today.minusDays(DAYS_BACK), today));
        if (report.counts().changed() + report.counts().removed() > 0) {
            balance.check(any.feed(), days);
        }
        request.scheduledFor()
                .flatMap(at -> report.errors().stream()
                        .filter(error -> !TOLD_ELSEWHERE.contains(error.kind()))
                        .findFirst())
                .ifPresent(error -> tell(config, any.workspace(), report.account(), error));
        return report;
    }

    private void tell(WorkspaceConfig config, long workspace, String account, SyncError error) {
        LocalDate day = LocalDate.now(clock.withZone(config.calendar().zone()));
        Map<String, String> about =
                Map.of("account", account, "stream", error.stream(), "kind", error.kind(), "message", error.message());
        notices.record(workspace, new Notice(Notice.Kind.SYNC_FAILED, account + "/" + day, about));
    }
}
