package vn.nhip.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.spi.Grain;
import vn.nhip.store.Closings;
import vn.nhip.store.Freshness;
import vn.nhip.store.Store;

/**
 * Closes days, weeks and months that are over and complete in every account. What is still missing after three days is
 * named and no longer waited for. Of several periods that close at once only the newest is told.
 */
final class PeriodClosing {

    private static final int PATIENCE_DAYS = 3;
    private static final int MOST_AT_ONCE = 62;

    private final WorkspaceConfig config;
    private final Closings closings;
    private final Freshness freshness;
    private final Clock clock;

    PeriodClosing(Store store, Clock clock, WorkspaceConfig config, long workspace) {
        this.config = config;
        this.clock = clock;
        this.closings = new Closings(store, clock, workspace);
        this.freshness = new Freshness(store, workspace);
    }

    void close() {
        for (Grain grain : Grain.values()) {
            Optional<LocalDate> newest = closings.newest(grain);
            boolean told = false;
            for (LocalDate start : ended(grain, newest)) {
                LocalDate last = grain.endOf(start);
                List<String> missing = missing(last);
                if (missing.isEmpty() || last.plusDays(PATIENCE_DAYS).isBefore(today())) {
                    Map<String, String> about = Map.of(
                            "grain", grain.id(), "start", start.toString(), "missing", String.join(", ", missing));
                    closings.close(grain, start, told ? Optional.empty() : Optional.of(about));
                    told = true;
                }
            }
        }
    }

    /** Periods that are over and not closed, newest first; at first only the last one. */
    private List<LocalDate> ended(Grain grain, Optional<LocalDate> newest) {
        List<LocalDate> starts = new ArrayList<>();
        LocalDate start = grain.startOf(grain.startOf(today()).minusDays(1));
        do {
            starts.add(start);
            start = grain.startOf(start.minusDays(1));
        } while (newest.filter(start::isAfter).isPresent() && starts.size() < MOST_AT_ONCE);
        return starts;
    }

    private List<String> missing(LocalDate last) {
        Map<String, Optional<LocalDate>> through = freshness.completeThrough();
        return config.accounts().keySet().stream()
                .filter(account -> through.getOrDefault(account, Optional.empty())
                        .filter(day -> !day.isBefore(last))
                        .isEmpty())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(config.calendar().zone()));
    }
}
