package vn.nhip.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.nhip.kpi.Aim;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** Where each listed KPI stands: its last complete period against target, the period before and the year before. */
public final class Scorecard {

    private static final MathContext RATIO = new MathContext(12, RoundingMode.HALF_UP);

    /** How a value compares with its target; without a target or a judgeable value never a good one. */
    public enum Status {
        REACHED,
        NEAR,
        MISSED,
        NO_TARGET,
        NOT_ENOUGH
    }

    /**
     * One line: {@code current} is absent when the KPI has no value row at all; changes are relative, 0.1 = +10 %.
     * {@code sinceAlike} is against the period that is most like it: of a day the same weekday of the week before, of a
     * week or month the one before.
     */
    public record Line(
            Report.KpiLine kpi,
            Optional<KpiValue> current,
            Optional<BigDecimal> targetShare,
            Status status,
            Optional<BigDecimal> sincePrevious,
            Optional<BigDecimal> sinceAlike,
            Optional<BigDecimal> sinceYear) {

        /** The target of the current period. */
        public Optional<BigDecimal> target() {
            return Scorecard.target(kpi, current);
        }
    }

    private Scorecard() {}

    public static List<Line> of(Report report) {
        Map<String, NavigableMap<LocalDate, KpiValue>> byKpi = new HashMap<>();
        for (KpiValue value : report.values()) {
            if (value.of().equals(KpiValue.Breakdown.TOTAL)) {
                byKpi.computeIfAbsent(value.kpi() + value.grain(), key -> new TreeMap<>())
                        .put(value.start(), value);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Report.KpiLine kpi : report.kpis()) {
            if (kpi.listed()) {
                String key = kpi.kpi().id() + kpi.kpi().cadence();
                lines.add(line(kpi, byKpi.getOrDefault(key, new TreeMap<>())));
            }
        }
        return lines;
    }

    /** The line of one KPI from its values at a grain; its target counts at its own cadence only. */
    public static Line line(Report.KpiLine kpi, List<KpiValue> values, Grain grain) {
        NavigableMap<LocalDate, KpiValue> series = new TreeMap<>();
        values.stream()
                .filter(value -> value.grain() == grain && value.of().equals(KpiValue.Breakdown.TOTAL))
                .forEach(value -> series.put(value.start(), value));
        return line(grain == kpi.kpi().cadence() ? kpi : untargeted(kpi), series);
    }

    private static Report.KpiLine untargeted(Report.KpiLine kpi) {
        return new Report.KpiLine(kpi.kpi(), kpi.choice().untargeted(), kpi.listed(), kpi.sources(), kpi.syncedAt());
    }

    /** Where the periods start that a value is compared with: the one before, and the same one a year before. */
    static List<LocalDate> comparedWith(KpiValue now) {
        return Stream.of(periodBefore(now), alikeBefore(now), yearBefore(now))
                .distinct()
                .toList();
    }

    private static Line line(Report.KpiLine kpi, NavigableMap<LocalDate, KpiValue> series) {
        Optional<KpiValue> current = latestComplete(series);
        Optional<BigDecimal> share = current.flatMap(now -> now.value().flatMap(value -> kpi.choice()
                .target(now.start())
                .filter(target -> target.signum() != 0)
                .map(target -> value.divide(target, RATIO))));
        return new Line(
                kpi,
                current,
                share,
                status(kpi, current),
                current.flatMap(now -> change(now, series.get(periodBefore(now)))),
                current.flatMap(now -> change(now, series.get(alikeBefore(now)))),
                current.flatMap(now -> change(now, series.get(yearBefore(now)))));
    }

    /** The last period that is over; where none is, the running one, which is then not judged. */
    private static Optional<KpiValue> latestComplete(NavigableMap<LocalDate, KpiValue> series) {
        return series.descendingMap().values().stream()
                .filter(value -> !value.standing().partial())
                .findFirst()
                .or(() -> Optional.ofNullable(series.lastEntry()).map(Map.Entry::getValue));
    }

    private static Optional<BigDecimal> target(Report.KpiLine kpi, Optional<KpiValue> current) {
        return current.isPresent()
                ? kpi.choice().target(current.get().start())
                : kpi.choice().target();
    }

    private static LocalDate periodBefore(KpiValue now) {
        return now.grain().startOf(now.start().minusDays(1));
    }

    private static LocalDate alikeBefore(KpiValue now) {
        return now.grain() == Grain.DAY ? now.start().minusWeeks(1) : periodBefore(now);
    }

    /** The same weekday, week or month of the year before. */
    private static LocalDate yearBefore(KpiValue now) {
        return switch (now.grain()) {
            case DAY, WEEK -> now.start().minusWeeks(52);
            case MONTH -> now.start().minusYears(1);
        };
    }

    private static Optional<BigDecimal> change(KpiValue now, @Nullable KpiValue then) {
        if (then == null || now.standing().partial()) {
            return Optional.empty();
        }
        return then.value().filter(old -> old.signum() != 0).flatMap(old -> now.value()
                .map(value -> value.subtract(old).divide(old.abs(), RATIO)));
    }

    private static Status status(Report.KpiLine kpi, Optional<KpiValue> current) {
        Optional<BigDecimal> target = target(kpi, current);
        if (target.isEmpty()) {
            return Status.NO_TARGET;
        }
        return current.filter(value -> Aim.canJudge(kpi.kpi(), value))
                .flatMap(KpiValue::value)
                .map(value -> status(Aim.of(kpi.kpi().good(), value, target.get())))
                .orElse(Status.NOT_ENOUGH);
    }

    private static Status status(Aim aim) {
        return switch (aim) {
            case REACHED -> Status.REACHED;
            case NEAR -> Status.NEAR;
            case MISSED -> Status.MISSED;
        };
    }
}
