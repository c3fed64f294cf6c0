package vn.nhip.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Slice;
import vn.nhip.spi.StreamSpec;
import vn.nhip.store.Feed;

/** One stream of one account, with its rows' ids. */
record AccountStream(
        WorkspaceConfig config, AccountConfig account, StreamSpec spec, long workspace, long accountId, long streamId) {

    Feed feed() {
        return new Feed(workspace, accountId, streamId, config.calendar().zone(), account.zone());
    }

    /**
     * From the first day that may still change, or from the beginning of history, in the account's days. A report is
     * asked for days that are over; other streams also for what happened today.
     */
    DayRange window(Optional<LocalDate> completeThrough, Clock clock) {
        LocalDate last = last(clock);
        LocalDate first = completeThrough
                .map(day -> day.minusDays(spec.restatedDays()))
                .orElseGet(() -> history(clock).first());
        return new DayRange(first.isAfter(last) ? last : first, last);
    }

    /** Everything that is ever wanted. */
    DayRange history(Clock clock) {
        LocalDate last = last(clock);
        LocalDate first = config.calendar()
                .historyCompleteSince()
                .orElseGet(() -> last.minusMonths(config.nights().historyMonths()));
        return new DayRange(first.isAfter(last) ? last : first, last);
    }

    private LocalDate last(Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(account.zone()));
        return spec.restatedDays() > 0 ? today.minusDays(1) : today;
    }

    String settingsHash() {
        return SettingsHash.of(account, config.calendar().zone());
    }

    /** The same slice, whose fingerprint also changes when the account's settings do. */
    Slice withSettings(Slice slice) {
        return new Slice(
                slice.name(),
                slice.fingerprint().map(fingerprint -> fingerprint + "@" + settingsHash()),
                slice.days(),
                slice.owns());
    }
}
