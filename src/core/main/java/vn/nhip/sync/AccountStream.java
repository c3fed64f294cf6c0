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

    private static final int YEARS_AT_FIRST = 2;

    Feed feed() {
        return new Feed(workspace, accountId, streamId, config.calendar().zone());
    }

    /** From the first day that may still change, or the whole history, until today. */
    DayRange window(Optional<LocalDate> completeThrough, Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(account.zone()));
        LocalDate first = completeThrough
                .map(day -> day.minusDays(spec.restatedDays()))
                .or(() -> config.calendar().historyCompleteSince())
                .orElse(today.minusYears(YEARS_AT_FIRST));
        return new DayRange(first.isAfter(today) ? today : first, today);
    }

    /** The same slice, whose fingerprint also changes when the account's settings do. */
    Slice withSettings(Slice slice) {
        String settings = SettingsHash.of(account, config.calendar().zone());
        return new Slice(
                slice.name(),
                slice.fingerprint().map(fingerprint -> fingerprint + "@" + settings),
                slice.days(),
                slice.owns());
    }
}
