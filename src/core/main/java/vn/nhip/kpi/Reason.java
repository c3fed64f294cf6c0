package vn.nhip.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts;

/**
 * The stable codes that say why a value is undefined, or what to know about it.
 *
 * <p>Shape: {@code code} or {@code code: detail}; several are joined by {@code "; "}. Beside a value stand
 * {@code not-enough: 12 < 100} (below the minimum sample: not judged), {@code missing-days: ad-day 3} (days without a
 * report inside the period are not in the sum) and {@code alternative: 2} (which alternative of the formula answered).
 * All others stand in place of a value.
 */
public final class Reason {

    public static final String ZERO_DENOMINATOR = "zero-denominator";
    public static final String HISTORY_INCOMPLETE = "history-incomplete";
    public static final String NO_ALTERNATIVE = "no-alternative";
    private static final String ALTERNATIVE = "alternative: ";

    private Reason() {}

    static String alternative(int index) {
        return ALTERNATIVE + (index + 1);
    }

    static String join(String a, String b) {
        return a.isEmpty() || b.isEmpty() ? a + b : a + "; " + b;
    }

    /** The label of the alternative that answered. */
    public static Optional<Texts> label(Kpi kpi, KpiValue value) {
        return answered(value).flatMap(index -> kpi.formula().sides().stream()
                .filter(side -> side.size() > 1 && index < side.size())
                .findFirst()
                .map(side -> side.get(index))
                .flatMap(Formula.Terms::label));
    }

    /** The index of the alternative that answered. */
    static Optional<Integer> answered(KpiValue value) {
        return alternatives(value).stream().findFirst();
    }

    /** The indexes of the alternatives that answered, of a ratio on either side; empty where there was no choice. */
    public static List<Integer> alternatives(KpiValue value) {
        return Arrays.stream(value.reason().split("; ", -1))
                .filter(part -> part.startsWith(ALTERNATIVE))
                .map(part -> Integer.parseInt(part.substring(ALTERNATIVE.length())) - 1)
                .toList();
    }

    /** The terms that make the value of a sum. */
    public static List<Formula.Term> terms(Formula.Sum sum, KpiValue value) {
        int index = answered(value).orElse(0);
        return index < sum.alternatives().size() ? sum.alternatives().get(index).terms() : List.of();
    }
}
