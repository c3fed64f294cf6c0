package vn.nhip.metric;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;

/** What a refresh of the roll-ups changed, by metric: days of {@code metric_day}, periods of {@code metric_period}. */
public final class Changes {

    private record PeriodMetric(String metric, Grain grain) {}

    private static final NavigableSet<LocalDate> NONE = java.util.Collections.emptyNavigableSet();

    private final boolean everything;
    private final Set<FactKind> causes = EnumSet.noneOf(FactKind.class);
    private final Map<String, NavigableSet<LocalDate>> days = new HashMap<>();
    private final Map<PeriodMetric, NavigableSet<LocalDate>> periods = new HashMap<>();
    private Optional<LocalDate> ratesFrom = Optional.empty();
    private Optional<LocalDate> firstSale = Optional.empty();

    Changes(boolean everything) {
        this.everything = everything;
    }

    /** All roll-ups were made anew; nothing finer is known. */
    public boolean everything() {
        return everything;
    }

    /** The fact kinds that were marked. */
    public Set<FactKind> causes() {
        return causes;
    }

    void cause(FactKind kind) {
        causes.add(kind);
    }

    void day(String metric, LocalDate day) {
        days.computeIfAbsent(metric, any -> new TreeSet<>()).add(day);
    }

    void period(String metric, Grain grain, LocalDate start) {
        periods.computeIfAbsent(new PeriodMetric(metric, grain), any -> new TreeSet<>())
                .add(start);
    }

    void ratesFrom(LocalDate day) {
        ratesFrom = Optional.of(day);
    }

    public NavigableSet<LocalDate> days(String metric) {
        return days.getOrDefault(metric, NONE);
    }

    public NavigableSet<LocalDate> periods(String metric, Grain grain) {
        return periods.getOrDefault(new PeriodMetric(metric, grain), NONE);
    }

    void salesFrom(LocalDate day) {
        firstSale = Optional.of(day);
    }

    /** The first day on which a sale, or who made it, may be another one. */
    public Optional<LocalDate> firstSale() {
        return firstSale;
    }

    /** The first day from which an exchange rate may be another one. */
    public Optional<LocalDate> ratesFrom() {
        return ratesFrom;
    }
}
