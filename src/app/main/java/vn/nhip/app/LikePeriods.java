package vn.nhip.app;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kpi.Aim;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.season.Occasions;
import vn.nhip.spi.Grain;

/** The recent past of a KPI that says something about the next periods: whole, of enough, and without Tết and holidays. */
final class LikePeriods {

    private static final int WEEKS_OF_DAYS = 12;
    private static final int WEEKS = 20;
    private static final int MONTHS = 14;

    private final KpiValues values;
    private final LocalDate today;

    LikePeriods(KpiValues values, LocalDate today) {
        this.values = values;
        this.today = today;
    }

    /** Values at the KPI's cadence, oldest first. */
    List<BigDecimal> of(Kpi kpi) {
        LocalDate first = first(kpi.cadence());
        Occasions occasions = Occasions.between(first, today);
        return values.find(kpi.id(), kpi.cadence(), first, today).stream()
                .filter(value -> Aim.canJudge(kpi, value) && usual(value, occasions))
                .flatMap(value -> value.value().stream())
                .toList();
    }

    private LocalDate first(Grain cadence) {
        return switch (cadence) {
            case DAY -> today.minusWeeks(WEEKS_OF_DAYS);
            case WEEK -> today.minusWeeks(WEEKS);
            case MONTH -> today.minusMonths(MONTHS);
        };
    }

    private static boolean usual(KpiValue value, Occasions occasions) {
        return value.grain() == Grain.DAY
                ? occasions.on(value.start()).isEmpty()
                : !Occasions.touchTet(value.start(), value.end());
    }
}
