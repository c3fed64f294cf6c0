package vn.nhip.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kpi.KpiValue;

/** How much a value can be relied on, in three plain states. */
public enum Firmness {
    FINAL,
    MAY_CHANGE,
    NEEDS_YOU;

    /** Reasons of an undefined value about which nobody has to do anything. */
    private static final Set<String> NOTHING_TO_DO =
            Set.of("zero-denominator", "not-enough", "not-converged", "alternative");

    /** The state of a value; somebody is needed where a source fails, days are missing, or a reason asks for an act. */
    public static Firmness of(Report.KpiLine line, Optional<KpiValue> value, Set<String> failing) {
        if (value.isEmpty()
                || asksForSomebody(value.get())
                || line.sources().stream().anyMatch(failing::contains)) {
            return NEEDS_YOU;
        }
        KpiValue.Standing standing = value.get().standing();
        return standing.partial() || standing.state() == KpiValue.State.PROVISIONAL ? MAY_CHANGE : FINAL;
    }

    private static boolean asksForSomebody(KpiValue value) {
        return Arrays.stream(value.reason().split("; ", -1))
                .map(reason -> reason.split(":", -1)[0].strip())
                .anyMatch(code -> !code.isEmpty() && !NOTHING_TO_DO.contains(code));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
