package vn.nhip.web.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.nhip.app.PeriodName;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kpi.KpiValue;
import vn.nhip.why.Comparison;

/**
 * One KPI over time: as the numbers that the browser draws, as a table, and as a sentence.
 *
 * <p>Shape of {@code json}: series of numbers or null, and for each point its short name, what to say about it, and the kind
 * of mark that stands at it.
 */
record Chart(String json, String summary, List<Point> points, List<String> outcomes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands beside the values: the target of a period, the period that is compared with, and marks. */
    record Beside(Function<LocalDate, Optional<BigDecimal>> target, Comparison with, Marks marks) {}

    /** One row of the table, newest first. */
    record Point(
            String period,
            String marks,
            String address,
            String value,
            String before,
            Optional<Change> change,
            String state) {}

    /** The last so many periods of values in order; a target only at the KPI's own cadence. */
    static Chart of(Kpi kpi, List<KpiValue> values, int periods, Beside beside, Wording words) {
        List<KpiValue> shown = values.subList(Math.max(0, values.size() - periods), values.size());
        Drawing drawing = new Drawing(kpi, values, beside, words);
        for (int i = 0; i < shown.size(); i++) {
            boolean joins = i + 1 < shown.size() && shown.get(i + 1).standing().partial();
            drawing.add(shown.get(i), joins);
        }
        List<Point> points = shown.stream()
                .sorted(Comparator.comparing(KpiValue::start).reversed())
                .map(drawing::point)
                .toList();
        List<String> done = shown.stream()
                .flatMap(value -> beside.marks().of(Marks.Kind.DONE, value.start()).stream())
                .toList();
        return new Chart(drawing.json.toString(), summary(kpi, shown, words), points, done);
    }

    private static final class Drawing {

        private final Kpi kpi;
        private final NavigableMap<LocalDate, KpiValue> byStart = new TreeMap<>();
        private final Beside beside;
        private final Wording words;
        final ObjectNode json = JSON.createObjectNode();

        Drawing(Kpi kpi, List<KpiValue> values, Beside beside, Wording words) {
            this.kpi = kpi;
            this.beside = beside;
            this.words = words;
            values.forEach(value -> byStart.put(value.start(), value));
            json.put("unit", Card.id(kpi.unit()));
            json.put("language", words.language());
            List.of("whole", "running", "target", "beside", "labels", "texts", "marks")
                    .forEach(json::putArray);
        }

        private Optional<KpiValue> before(KpiValue value) {
            return Optional.ofNullable(byStart.get(beside.with().of(value.grain(), value.start())));
        }

        /** The dotted end starts at the last whole value, which {@code joins} it. */
        void add(KpiValue value, boolean joins) {
            boolean partial = value.standing().partial();
            json.withArray("whole").add(partial ? null : number(value.value()));
            json.withArray("running").add(partial || joins ? number(value.value()) : null);
            json.withArray("target").add(number(beside.target().apply(value.start())));
            json.withArray("beside").add(number(before(value).flatMap(KpiValue::value)));
            json.withArray("labels").add(words.numbers().shortPeriod(value.grain(), value.start()));
            json.withArray("marks").add(beside.marks().kind(value.start()));
            String marks = beside.marks().text(value.start());
            json.withArray("texts")
                    .add(words.period(value.grain(), value.start())
                            + ": "
                            + words.value(value.value(), kpi.unit())
                            + (marks.isEmpty() ? "" : " · " + marks));
        }

        Point point(KpiValue value) {
            Optional<KpiValue> before = before(value);
            return new Point(
                    words.period(value.grain(), value.start()),
                    beside.marks().text(value.start()),
                    "/kpi/" + kpi.id() + "/" + new PeriodName(value.grain(), value.start()).text(),
                    words.value(value.value(), kpi.unit()),
                    words.value(before.flatMap(KpiValue::value), kpi.unit()),
                    before.filter(then -> !value.standing().partial())
                            .flatMap(then -> Change.between(then.value(), value.value(), kpi.good(), words)),
                    value.value().isPresent() ? Card.finer(value, words) : words.because(value));
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

    private static @Nullable Double number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::doubleValue).orElse(null);
    }
}
