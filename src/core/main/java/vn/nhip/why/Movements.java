package vn.nhip.why;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.Reason;
import vn.nhip.why.Movement.Obstacle;

/** Compares a published value with an earlier one and takes the change apart; says so where it cannot. */
public final class Movements {

    private final Published published;
    private final Splits splits;

    public Movements(Catalogue catalogue, Published published) {
        this.published = published;
        this.splits = new Splits(catalogue, published);
    }

    public Movement of(Kpi kpi, KpiValue now, Comparison with) {
        LocalDate start = with.of(now.grain(), now.start());
        Optional<KpiValue> before = published.value(kpi.id(), now.grain(), start);
        Optional<Obstacle> untold = untold(now, before);
        if (untold.isPresent() || before.isEmpty()) {
            return Movement.untold(with, start, before, untold.orElse(Obstacle.NO_HISTORY));
        }
        BigDecimal change =
                now.value().orElseThrow().subtract(before.get().value().orElseThrow());
        if (!alike(now, before.get())) {
            return new Movement(
                    with, start, before, Optional.of(change), List.of(), Optional.of(Obstacle.OTHER_FORMULA));
        }
        List<Split> found = splits.of(kpi, new Pair<>(before.get(), now)).stream()
                .filter(split -> split.makes(change))
                .toList();
        return new Movement(
                with,
                start,
                before,
                Optional.of(change),
                found,
                found.isEmpty() ? Optional.of(whole(kpi.formula())) : Optional.empty());
    }

    private static Optional<Obstacle> untold(KpiValue now, Optional<KpiValue> before) {
        if (before.isEmpty()) {
            return Optional.of(Obstacle.NO_HISTORY);
        }
        if (now.standing().partial()) {
            return Optional.of(Obstacle.RUNNING);
        }
        if (now.value().isEmpty() || before.get().value().isEmpty()) {
            return Optional.of(Obstacle.UNDEFINED);
        }
        return before.get().standing().partial() ? Optional.of(Obstacle.CUT) : Optional.empty();
    }

    private static boolean alike(KpiValue now, KpiValue before) {
        return now.version() == before.version() && Reason.alternatives(now).equals(Reason.alternatives(before));
    }

    /** Why nothing takes a formula apart. */
    private static Obstacle whole(Formula formula) {
        if (formula instanceof Formula.Distinct || formula instanceof Formula.ActiveCustomers) {
            return Obstacle.COUNTED_ANEW;
        }
        return formula instanceof Formula.Model ? Obstacle.MODEL : Obstacle.NO_PARTS;
    }
}
