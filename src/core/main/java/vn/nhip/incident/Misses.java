package vn.nhip.incident;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts.Trigger;
import vn.nhip.kpi.Aim;
import vn.nhip.kpi.KpiValue;
import vn.nhip.season.Occasions;
import vn.nhip.spi.Grain;

/** Where a KPI missed its target for so many periods in a row that it is no chance: three days, two weeks, a month. */
final class Misses {

    private final Kpi kpi;
    private final Function<LocalDate, Optional<BigDecimal>> target;
    private final List<Signal> signals = new ArrayList<>();
    private final List<KpiValue> row = new ArrayList<>();
    private int fine;

    private Misses(Kpi kpi, Function<LocalDate, Optional<BigDecimal>> target) {
        this.kpi = kpi;
        this.target = target;
    }

    /** @param target that of the period which starts on a day */
    static List<Signal> of(Kpi kpi, List<KpiValue> values, Function<LocalDate, Optional<BigDecimal>> target) {
        if (values.isEmpty()) {
            return List.of();
        }
        Occasions occasions = Occasions.between(
                values.get(0).start(), values.get(values.size() - 1).end());
        Misses misses = new Misses(kpi, target);
        values.stream()
                .filter(value -> value.value().isPresent() && Aim.canJudge(kpi, value))
                .filter(value -> value.grain() != Grain.DAY
                        || occasions.on(value.start()).isEmpty())
                .forEach(misses::next);
        misses.end(Optional.empty());
        return misses.signals;
    }

    private void next(KpiValue value) {
        boolean missed = target.apply(value.start())
                .filter(aim -> Aim.of(kpi.good(), value.value().orElseThrow(), aim) == Aim.MISSED)
                .isPresent();
        if (missed) {
            row.add(value);
            fine = 0;
        } else {
            fine++;
            if (fine >= periods() - 1) {
                end(Optional.of(Ending.CALM));
            }
        }
    }

    private int periods() {
        return switch (kpi.cadence()) {
            case DAY -> 3;
            case WEEK -> 2;
            case MONTH -> 1;
        };
    }

    private void end(Optional<Ending> ending) {
        if (row.size() >= periods()) {
            KpiValue first = row.get(0);
            KpiValue last = row.get(row.size() - 1);
            double value = last.value().orElseThrow().doubleValue();
            double aim = target.apply(last.start()).orElseThrow().doubleValue();
            signals.add(new Signal(
                    kpi.id(),
                    kpi.cadence(),
                    Trigger.BELOW_TARGET,
                    first.start(),
                    last.start(),
                    false,
                    Evidence.against(aim, value),
                    ending));
        }
        row.clear();
    }
}
