package vn.nhip.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the workspace decided about one KPI: shown or not, watched or not, who owns it, the target per period of its
 * cadence, and the targets of single periods, by the day on which they start.
 */
public record KpiChoice(
        boolean show,
        boolean watch,
        Optional<String> owner,
        Optional<String> department,
        Optional<BigDecimal> target,
        Map<LocalDate, BigDecimal> targets) {

    public static final KpiChoice DEFAULT = new KpiChoice(true, Optional.empty(), Optional.empty(), Optional.empty());

    public KpiChoice {
        targets = Collections.unmodifiableMap(new TreeMap<>(targets));
    }

    /** Watched, with one target for every period. */
    public KpiChoice(boolean show, Optional<String> owner, Optional<String> department, Optional<BigDecimal> target) {
        this(show, true, owner, department, target, Map.of());
    }

    /** The target of the period that starts on this day: its own, else the one for every period. */
    public Optional<BigDecimal> target(LocalDate start) {
        return Optional.ofNullable(targets.get(start)).or(() -> target);
    }

    public boolean hasTargets() {
        return target.isPresent() || !targets.isEmpty();
    }

    /** The same without any target. */
    public KpiChoice untargeted() {
        return new KpiChoice(show, watch, owner, department, Optional.empty(), Map.of());
    }
}
