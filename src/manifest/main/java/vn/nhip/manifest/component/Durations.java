package vn.nhip.manifest.component;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import vn.nhip.manifest.expression.Strftime;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.spi.ConnectorException;

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

    /** The {@code step} of a cursor, checked where it holds no expression. */
    static Optional<Template> step(Component component) {
        Optional<Template> step = component.findTemplate("step", Variables.CONFIG);
        if (step.filter(each -> each.text().isPlain()).isPresent()) {
            of(component, "step");
        }
        return step;
    }

    /** Whole days, at least one: windows begin and end at midnight. */
    static int days(Template template, Scope scope) {
        try {
            return (int) Math.max(1, of(template.text(scope)).toDays());
        } catch (DateTimeException wrong) {
            throw ConnectorException.settings(template.place() + ": '" + template.text(scope)
                    + "' is no duration such as P30D; check the settings");
        }
    }

    /** The day of a time that is written as ISO 8601. */
    static LocalDate isoDay(String place, String text, ZoneId zone) {
        try {
            return Strftime.iso(text).withZoneSameInstant(zone).toLocalDate();
        } catch (DateTimeException wrong) {
            throw ConnectorException.settings(
                    place + ": '" + text + "' is no day such as 2026-01-31; check the settings");
        }
    }
}
