package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.expression.Strftime;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.manifest.tree.Tree;
import vn.nhip.spi.DayRange;

/**
 * How a range of days becomes start and end of a request, and when a record was.
 *
 * <p>Which days are read is the engine's, with the look-back that {@code facts.yaml} must declare; the manifest's own
 * end and look-back are checked and then left aside, its start counts for parents only. Time: days are the account's;
 * start is its midnight, end the last moment of the last day, less than the next midnight by the granularity.
 */
public record DatetimeCursor(
        Formats formats, Options options, Names names, Duration granularity, Optional<Template> step, Reading reading) {

    record Options(Optional<RequestOption> start, Optional<RequestOption> end) {}

    record Names(String start, String end) {}

    /** How requests write times, and how records may. */
    record Formats(Strftime written, List<Strftime> read) {}

    /** The field that says when a record was, the first day that there is, and what records are looked at here. */
    record Reading(Template field, Template first, Optional<Strftime> firstFormat, boolean chosenHere, boolean feed) {}

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
                "is_data_feed",
                "is_client_side_incremental",
                "is_compare_strictly",
                "global_substream_cursor");
        return new DatetimeCursor(
                formats(component),
                new Options(option(component, "start_time_option"), option(component, "end_time_option")),
                new Names(
                        component.text("partition_field_start", "start_time"),
                        component.text("partition_field_end", "end_time")),
                component.find("cursor_granularity").isPresent()
                        ? Durations.of(component, "cursor_granularity")
                        : Duration.ofSeconds(1),
                Durations.step(component),
                reading(component));
    }

    private static Optional<RequestOption> option(Component component, String field) {
        return component.findChild(field, "RequestOption").map(RequestOption::of);
    }

    private static Formats formats(Component component) {
        Strftime written = format(component, "datetime_format", component.text("datetime_format"));
        List<Strftime> read = component.texts("cursor_datetime_formats").stream()
                .map(each -> format(component, "cursor_datetime_formats", each))
                .toList();
        return new Formats(written, read.isEmpty() ? List.of(written) : read);
    }

    private static Strftime format(Component component, String field, String text) {
        try {
            return Strftime.of(text);
        } catch (DateTimeException unknown) {
            throw component.require(field).problem(String.valueOf(unknown.getMessage()));
        }
    }

    private static Reading reading(Component component) {
        boolean single = component.require("start_datetime") instanceof Tree.Text;
        Component start = single
                ? component
                : component
                        .child("start_datetime", "MinMaxDatetime")
                        .allow("datetime", "datetime_format", "min_datetime", "max_datetime");
        return new Reading(
                component.template("cursor_field", Variables.CONFIG),
                start.template(single ? "start_datetime" : "datetime", Variables.CONFIG),
                single
                        ? Optional.empty()
                        : start.findText("datetime_format").map(text -> format(start, "datetime_format", text)),
                component.yes("is_client_side_incremental"),
                component.yes("is_data_feed"));
    }

    /** The windows of a range, newest first. */
    public List<DayRange> windows(DayRange days, Scope scope) {
        if (step.isEmpty()) {
            return List.of(days);
        }
        int length = Durations.days(step.get(), scope);
        List<DayRange> windows = new ArrayList<>();
        LocalDate last = days.last();
        while (!last.isBefore(days.first())) {
            LocalDate first = last.minusDays(length - 1L);
            windows.add(new DayRange(first.isBefore(days.first()) ? days.first() : first, last));
            last = first.minusDays(1);
        }
        return windows;
    }

    /** The first day that the manifest knows of, for parents, of which all count. */
    public LocalDate firstDay(Scope scope, ZoneId zone) {
        String text = reading.first().text(scope);
        Strftime format = reading.firstFormat().orElse(formats.written());
        try {
            return format.parse(text).withZoneSameInstant(zone).toLocalDate();
        } catch (DateTimeException otherwise) {
            return Durations.isoDay(reading.first().place(), text, zone);
        }
    }

    /** Start and end of a window, by the names that expressions use. */
    public Map<String, Object> interval(DayRange days, ZoneId zone) {
        ZonedDateTime start = days.first().atStartOfDay(zone);
        ZonedDateTime end = days.last().plusDays(1).atStartOfDay(zone).minus(granularity);
        ZonedDateTime last =
                granularity.compareTo(Duration.ofDays(1)) >= 0 ? days.last().atStartOfDay(zone) : end;
        return Map.of(names.start(), written(start), names.end(), written(last));
    }

    /** The same window from a later moment on. */
    public Map<String, Object> interval(DayRange days, ZoneId zone, ZonedDateTime from) {
        return Map.of(
                names.start(),
                written(from.withZoneSameInstant(zone)),
                names.end(),
                interval(days, zone).getOrDefault(names.end(), ""));
    }

    /** A format without an offset says its times in the account's zone; with a granularity below a day they are UTC. */
    private String written(ZonedDateTime time) {
        boolean wholeDays = granularity.compareTo(Duration.ofDays(1)) >= 0;
        return formats.written().format(wholeDays ? time : time.withZoneSameInstant(ZoneOffset.UTC));
    }

    /** When the record was; nothing where it does not say so in one of the declared formats. */
    public Optional<ZonedDateTime> moment(JsonNode record, Scope scope) {
        String text = record.path(reading.field().text(scope)).asText("");
        return formats.read().stream()
                .flatMap(format -> read(format, text).stream())
                .findFirst();
    }

    private static Optional<ZonedDateTime> read(Strftime format, String text) {
        try {
            return Optional.of(format.parse(text));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    /** Whether records outside the days are left out here, because the source gives them all. */
    public boolean choosesHere() {
        return reading.chosenHere() || reading.feed();
    }

    /** Whether records come newest first, so that older pages need not be read. */
    public boolean isFeed() {
        return reading.feed();
    }

    void put(RequestParts parts, Map<String, Object> interval, Scope scope) {
        options.start().ifPresent(option -> option.put(parts, interval.getOrDefault(names.start(), ""), scope));
        options.end().ifPresent(option -> option.put(parts, interval.getOrDefault(names.end(), ""), scope));
    }
}
