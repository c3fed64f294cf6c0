package vn.nhip.app;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.kpi.Aim;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.spi.Grain;

/**
 * How a KPI went in a month.
 *
 * <p>Shape: the month's value with that of the month before and of the same month a year before; of a KPI that has no value
 * of a month, the last period that starts in it. {@code reached} of {@code judged} periods of the KPI's cadence that start
 * in the month reached their target; {@code habit} is how that went over three months.
 */
public record Course(
        Optional<KpiValue> now,
        Optional<KpiValue> before,
        Optional<KpiValue> year,
        int reached,
        int judged,
        Optional<Habit> habit) {

    private static final int MONTHS = 3;

    /** A target that says little: reached always, or never. */
    public enum Habit {
        ALWAYS,
        NEVER
    }

    private record Count(int reached, int judged) {}

    static Course of(KpiValues values, Kpi kpi, KpiChoice choice, YearMonth month) {
        Grain grain = kpi.grains().contains(Grain.MONTH) ? Grain.MONTH : kpi.cadence();
        LocalDate last = month.atEndOfMonth();
        LocalDate start = grain == Grain.MONTH ? month.atDay(1) : lastStart(grain, last);
        List<KpiValue> judged = values.find(
                kpi.id(), kpi.cadence(), month.minusMonths(MONTHS - 1).atDay(1), last);
        Count all = count(kpi, choice, judged);
        Count own = count(
                kpi,
                choice,
                judged.stream()
                        .filter(value -> !value.start().isBefore(month.atDay(1)))
                        .toList());
        return new Course(
                at(values, kpi, grain, start),
                at(values, kpi, grain, grain.startOf(start.minusDays(1))),
                at(values, kpi, grain, grain.startOf(start.minusYears(1))),
                own.reached,
                own.judged,
                habit(kpi.cadence(), all));
    }

    /** The last period that both starts and ends by then. */
    private static LocalDate lastStart(Grain grain, LocalDate last) {
        LocalDate start = grain.startOf(last);
        return grain.endOf(start).isAfter(last) ? grain.startOf(start.minusDays(1)) : start;
    }

    private static Optional<KpiValue> at(KpiValues values, Kpi kpi, Grain grain, LocalDate start) {
        return values.find(kpi.id(), grain, start, start).stream().findFirst();
    }

    private static Count count(Kpi kpi, KpiChoice choice, List<KpiValue> values) {
        List<Aim> aims = values.stream()
                .filter(value -> Aim.canJudge(kpi, value))
                .flatMap(value -> value.value().stream().flatMap(number -> choice.target(value.start()).stream()
                        .map(target -> Aim.of(kpi.good(), number, target))))
                .toList();
        return new Count((int) aims.stream().filter(Aim.REACHED::equals).count(), aims.size());
    }

    private static Optional<Habit> habit(Grain cadence, Count count) {
        int fewest =
                switch (cadence) {
                    case DAY -> 45;
                    case WEEK -> 8;
                    case MONTH -> MONTHS;
                };
        if (count.judged < fewest) {
            return Optional.empty();
        }
        double share = (double) count.reached / count.judged;
        return share >= 0.95 ? Optional.of(Habit.ALWAYS) : share <= 0.05 ? Optional.of(Habit.NEVER) : Optional.empty();
    }
}
