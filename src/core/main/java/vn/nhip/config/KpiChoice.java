package vn.nhip.config;

import java.math.BigDecimal;
import java.util.Optional;

/** What the workspace decided about one KPI: shown or not, who owns it, and the target per period of its cadence. */
public record KpiChoice(
        boolean show, Optional<String> owner, Optional<String> department, Optional<BigDecimal> target) {

    public static final KpiChoice DEFAULT = new KpiChoice(true, Optional.empty(), Optional.empty(), Optional.empty());
}
