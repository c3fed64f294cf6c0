package vn.nhip.web.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.nhip.app.PeriodName;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/**
 * One KPI over time: as the numbers that the browser draws, as a table, and as a sentence.
 *
 * <p>Shape of {@code json}: days as seconds UTC, series of numbers or null, and what to show at each point, in words.
 */
record Chart(String json, String summary, List<Point> points) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One row of the table, newest first. */
    record Point(String period, String address, String value, String before, String year, String state) {}

    private static final class Series {
        final ArrayNode days = JSON.createArrayNode();
        final ArrayNode whole = JSON.createArrayNode();
        final ArrayNode running = JSON.createArrayNode();
        final ArrayNode year = JSON.createArrayNode();
        final ArrayNode target = JSON.createArrayNode();
        final ArrayNode labels = JSON.createArrayNode();
        final ArrayNode texts = JSON.createArrayNode();
    }

    /** The last so many periods of values in order; a target only at the KPI's own cadence. */
    static Chart of(Kpi kpi, List<KpiValue> values, int periods, Optional<BigDecimal> target, Wording words) {
        NavigableMap<LocalDate, KpiValue> byStart = new TreeMap<>();
        values.forEach(value -> byStart.put(value.start(), value));
        List<KpiValue> shown = values.subList(Math.max(0, values.size() - periods), values.size());
        Series series = new Series();
        for (int i = 0; i < shown.size(); i++) {
            boolean joins = i + 1 < shown.size() && shown.get(i + 1).standing().partial();
            add(series, kpi, shown.get(i), joins, byStart, target, words);
        }
        List<Point> points = shown.stream()
                .sorted(Comparator.comparing(KpiValue::start).reversed())
                .map(value -> point(kpi, value, byStart, words))
                .toList();
        return new Chart(json(series, kpi, words), summary(kpi, shown, words), points);
    }

    private static void add(
            Series series,
            Kpi kpi,
            KpiValue value,
            boolean joins,
            NavigableMap<LocalDate, KpiValue> byStart,
            Optional<BigDecimal> target,
            Wording words) {
        boolean partial = value.standing().partial();
        series.days.add(value.start().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        series.whole.add(partial ? null : number(value.value()));
        series.running.add(partial || joins ? number(value.value()) : null);
        series.year.add(number(yearBefore(value, byStart).flatMap(KpiValue::value)));
        series.target.add(number(target));
        series.labels.add(words.numbers().shortPeriod(value.grain(), value.start()));
        series.texts.add(words.period(value.grain(), value.start()) + ": " + words.value(value.value(), kpi.unit()));
    }

    private static String json(Series series, Kpi kpi, Wording words) {
        ObjectNode node = JSON.createObjectNode();
        node.put("unit", Card.id(kpi.unit()));
        node.put("language", words.language());
        node.set("days", series.days);
        node.set("whole", series.whole);
        node.set("running", series.running);
        node.set("year", series.year);
        node.set("target", series.target);
        node.set("labels", series.labels);
        node.set("texts", series.texts);
        return node.toString();
    }

    private static String summary(Kpi kpi, List<KpiValue> shown, Wording words) {
        List<KpiValue> defined = shown.stream()
                .filter(value -> value.value().isPresent() && !value.standing().partial())
                .toList();
        if (defined.isEmpty()) {
            return words.text("web.chart.empty");
        }
        Comparator<KpiValue> bySize =
                Comparator.comparing(value -> value.value().orElseThrow());
        KpiValue low = defined.stream().min(bySize).orElseThrow();
        KpiValue high = defined.stream().max(bySize).orElseThrow();
        return words.text(
                "web.chart.summary",
                words.period(low.grain(), low.start()),
                words.value(low.value(), kpi.unit()),
                words.period(high.grain(), high.start()),
                words.value(high.value(), kpi.unit()));
    }

    private static Point point(
            Kpi kpi, KpiValue value, NavigableMap<LocalDate, KpiValue> byStart, Wording words) {
        Optional<KpiValue> before = Optional.ofNullable(
                byStart.get(value.grain().startOf(value.start().minusDays(1))));
        return new Point(
                words.period(value.grain(), value.start()),
                "/kpi/" + kpi.id() + "/" + new PeriodName(value.grain(), value.start()).text(),
                words.value(value.value(), kpi.unit()),
                words.value(before.flatMap(KpiValue::value), kpi.unit()),
                words.value(yearBefore(value, byStart).flatMap(KpiValue::value), kpi.unit()),
                value.value().isPresent() ? Card.finer(value, words) : words.because(value));
    }

    private static Optional<KpiValue> yearBefore(KpiValue value, NavigableMap<LocalDate, KpiValue> byStart) {
        LocalDate start = value.grain() == Grain.MONTH
                ? value.start().minusYears(1)
                : value.start().minusWeeks(52);
        return Optional.ofNullable(byStart.get(start));
    }

    private static @Nullable Double number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::doubleValue).orElse(null);
    }
}
