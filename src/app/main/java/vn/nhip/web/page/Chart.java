package vn.nhip.web.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhip.app.PeriodName;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/**
 * One KPI over time: as the numbers that the browser draws, as a table, and as a sentence.
 *
 * <p>Shape of {@code json}: series of numbers or null, and for each point its short name and what to say about it.
 */
record Chart(String json, String summary, List<Point> points, List<String> outcomes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands beside the values: the target of a period, and what was done in it. */
    record Beside(Function<LocalDate, Optional<BigDecimal>> target, Map<LocalDate, String> outcomes) {}

    /** One row of the table, newest first. */
    record Point(String period, String address, String value, String before, String year, String state) {}

    /** The last so many periods of values in order; a target only at the KPI's own cadence. */
    static Chart of(Kpi kpi, List<KpiValue> values, int periods, Beside beside, Wording words) {
        NavigableMap<LocalDate, KpiValue> byStart = new TreeMap<>();
        values.forEach(value -> byStart.put(value.start(), value));
        List<KpiValue> shown = values.subList(Math.max(0, values.size() - periods), values.size());
        Drawing drawing = new Drawing(kpi, byStart, beside, words);
        for (int i = 0; i < shown.size(); i++) {
            boolean joins = i + 1 < shown.size() && shown.get(i + 1).standing().partial();
            drawing.add(shown.get(i), joins);
        }
        List<Point> points = shown.stream()
                .sorted(Comparator.comparing(KpiValue::start).reversed())
                .map(value -> point(kpi, value, byStart, words))
                .toList();
        List<String> done = shown.stream()
                .map(KpiValue::start)
                .filter(beside.outcomes()::containsKey)
                .map(beside.outcomes()::get)
                .toList();
        return new Chart(drawing.json.toString(), summary(kpi, shown, words), points, done);
    }

    private static final class Drawing {

        private final Kpi kpi;
        private final NavigableMap<LocalDate, KpiValue> byStart;
        private final Beside beside;
        private final Wording words;
        final ObjectNode json = JSON.createObjectNode();

        Drawing(Kpi kpi, NavigableMap<LocalDate, KpiValue> byStart, Beside beside, Wording words) {
            this.kpi = kpi;
            this.byStart = byStart;
            this.beside = beside;
            this.words = words;
            json.put("unit", Card.id(kpi.unit()));
            json.put("language", words.language());
            List.of("whole", "running", "target", "year", "labels", "texts", "marks")
                    .forEach(json::putArray);
        }

        /** The dotted end starts at the last whole value, which {@code joins} it. */
        void add(KpiValue value, boolean joins) {
            boolean partial = value.standing().partial();
            json.withArray("whole").add(partial ? null : number(value.value()));
            json.withArray("running").add(partial || joins ? number(value.value()) : null);
            json.withArray("target").add(number(beside.target().apply(value.start())));
            json.withArray("year").add(number(yearBefore(value, byStart).flatMap(KpiValue::value)));
            json.withArray("labels").add(words.numbers().shortPeriod(value.grain(), value.start()));
            String done = beside.outcomes().getOrDefault(value.start(), "");
            json.withArray("marks").add(!done.isEmpty());
            json.withArray("texts")
                    .add(words.period(value.grain(), value.start())
                            + ": "
                            + words.value(value.value(), kpi.unit())
                            + (done.isEmpty() ? "" : " · " + done));
        }
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

    private static Point point(Kpi kpi, KpiValue value, NavigableMap<LocalDate, KpiValue> byStart, Wording words) {
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
