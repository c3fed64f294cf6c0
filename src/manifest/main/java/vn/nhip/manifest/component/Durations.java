package vn.nhip.manifest.component;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import vn.nhip.manifest.tree.Component;

/** Lengths of time as manifests write them: {@code PT1S}, {@code P30D}; a month counts as 30 days. */
final class Durations {

    private static final long DAYS_A_MONTH = 30;

    private Durations() {}

    static Duration of(Component component, String field) {
        String text = component.text(field);
        try {
            return of(text);
        } catch (DateTimeException wrong) {
            throw component.require(field).problem("'" + text + "' is no duration such as PT1S or P30D");
        }
    }

    private static Duration of(String text) {
        if (text.contains("T")) {
            return Duration.parse(text);
        }
        Period period = Period.parse(text);
        return Duration.ofDays(period.toTotalMonths() * DAYS_A_MONTH + period.get(ChronoUnit.DAYS));
    }
}
