package vn.nhip.manifest.component;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.expression.Strftime;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.DayRange;

/**
 * How a range of days becomes start and end of a request.
 *
 * <p>Which days are read is the engine's, with the look-back that {@code facts.yaml} must declare; the manifest's own
 * start, end and look-back are checked and then left aside. Time: days are the account's; start is its midnight, end the
 * last moment of the last day, less than the next midnight by the granularity.
 */
public record DatetimeCursor(
        Strftime format, Options options, Names names, Duration granularity, Optional<Integer> stepDays) {

    record Options(Optional<RequestOption> start, Optional<RequestOption> end) {}

    record Names(String start, String end) {}

    static DatetimeCursor of(Component component) {
        if (!component.type().equals("DatetimeBasedCursor")) {
            throw component.unsupported("an incremental sync");
        }
        component.allow(
                "cursor_field",
                "datetime_format",
                "cursor_datetime_formats",
                "start_datetime",
                "end_datetime",
                "start_time_option",
                "end_time_option",
                "step",
                "cursor_granularity",
                "lookback_window",
                "partition_field_start",
                "partition_field_end",
                "is_data_feed");
        component.require("cursor_field");
        component.require("start_datetime");
        return new DatetimeCursor(
                format(component),
                new Options(option(component, "start_time_option"), option(component, "end_time_option")),
                new Names(
                        component.text("partition_field_start", "start_time"),
                        component.text("partition_field_end", "end_time")),
                granularity(component),
                step(component));
    }

    private static Optional<RequestOption> option(Component component, String field) {
        return component.findChild(field, "RequestOption").map(RequestOption::of);
    }

    private static Strftime format(Component component) {
        try {
            return Strftime.of(component.text("datetime_format"));
        } catch (DateTimeException unknown) {
            throw component.require("datetime_format").problem(String.valueOf(unknown.getMessage()));
        }
    }

    private static Duration granularity(Component component) {
        String text = component.text("cursor_granularity", "PT1S");
        try {
            return text.contains("T")
                    ? Duration.parse(text)
                    : Duration.ofDays(Period.parse(text).get(ChronoUnit.DAYS));
        } catch (DateTimeException wrong) {
            throw component.require("cursor_granularity").problem("'" + text + "' is no duration such as PT1S or P1D");
        }
    }

    /** Steps below a day are a day: windows begin and end at midnight. */
    private static Optional<Integer> step(Component component) {
        Optional<String> text = component.findText("step");
        try {
            return text.map(step -> step.contains("T")
                    ? 1
                    : (int) Math.max(
                            1,
                            Period.parse(step).toTotalMonths() * 30
                                    + Period.parse(step).get(ChronoUnit.DAYS)));
        } catch (DateTimeException wrong) {
            throw component.require("step").problem("is no duration such as P30D");
        }
    }

    /** The windows of a range, newest first. */
    public List<DayRange> windows(DayRange days) {
        if (stepDays.isEmpty()) {
            return List.of(days);
        }
        List<DayRange> windows = new ArrayList<>();
        LocalDate last = days.last();
        while (!last.isBefore(days.first())) {
            LocalDate first = last.minusDays(stepDays.get() - 1L);
            windows.add(new DayRange(first.isBefore(days.first()) ? days.first() : first, last));
            last = first.minusDays(1);
        }
        return windows;
    }

    /** Start and end of a window, by the names that expressions use. */
    public Map<String, Object> interval(DayRange days, ZoneId zone) {
        ZonedDateTime start = days.first().atStartOfDay(zone);
        ZonedDateTime end = days.last().plusDays(1).atStartOfDay(zone).minus(granularity);
        ZonedDateTime last =
                granularity.compareTo(Duration.ofDays(1)) >= 0 ? days.last().atStartOfDay(zone) : end;
        return Map.of(names.start(), written(start), names.end(), written(last));
    }

    /** A format without an offset says its times in the account's zone; with a granularity below a day they are UTC. */
    private String written(ZonedDateTime time) {
        boolean wholeDays = granularity.compareTo(Duration.ofDays(1)) >= 0;
        return format.format(wholeDays ? time : time.withZoneSameInstant(ZoneOffset.UTC));
    }

    void put(RequestParts parts, Map<String, Object> interval, Scope scope) {
        options.start().ifPresent(option -> option.put(parts, interval.getOrDefault(names.start(), ""), scope));
        options.end().ifPresent(option -> option.put(parts, interval.getOrDefault(names.end(), ""), scope));
    }
}
