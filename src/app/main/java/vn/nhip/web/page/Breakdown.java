package vn.nhip.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kpi.KpiValue;

/**
 * One value by a dimension, largest first.
 *
 * <p>Shape: {@code addsUp} says whether the parts and the remainder make the whole; only then are there shares and
 * contributions to the change, which make the whole change exactly.
 */
record Breakdown(String title, boolean addsUp, List<Part> parts) {

    private static final int MOST = 12;

    /** One part; share and contribution are empty where parts do not add up. */
    record Part(String name, String value, String share, int bar, String before, String contribution) {}

    /** A period as whole and in parts. */
    record Cut(Optional<KpiValue> whole, List<KpiValue> parts) {
        Optional<BigDecimal> total() {
            return whole.flatMap(KpiValue::value);
        }

        Map<String, BigDecimal> byName() {
            Map<String, BigDecimal> values = new TreeMap<>();
            parts.forEach(part ->
                    part.value().ifPresent(value -> values.put(part.of().value(), value)));
            return values;
        }
    }

    static Breakdown of(Kpi kpi, String dimension, Cut now, Cut before, Wording words) {
        boolean adds = kpi.formula() instanceof Formula.Sum
                && now.total().isPresent()
                && before.total().isPresent();
        Map<String, BigDecimal> values = now.byName();
        Map<String, BigDecimal> earlier = before.byName();
        TreeSet<String> names = new TreeSet<>(values.keySet());
        names.addAll(earlier.keySet());
        List<String> ordered = new ArrayList<>(names);
        ordered.sort(Comparator.comparing((String name) -> values.getOrDefault(name, BigDecimal.ZERO))
                .reversed());
        List<String> shown = ordered.subList(0, Math.min(MOST, ordered.size()));
        BigDecimal largest =
                values.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
        List<Part> parts = new ArrayList<>();
        for (String name : shown) {
            parts.add(part(kpi, name(name, words), find(values, name, adds), find(earlier, name, adds), now, largest, words));
        }
        if (adds) {
            BigDecimal restNow = rest(now, values, shown);
            BigDecimal restBefore = rest(before, earlier, shown);
            if (restNow.signum() != 0 || restBefore.signum() != 0) {
                parts.add(part(
                        kpi,
                        words.text("web.breakdown.rest"),
                        Optional.of(restNow),
                        Optional.of(restBefore),
                        now,
                        largest,
                        words));
            }
        }
        return new Breakdown(title(dimension, words), adds, parts);
    }

    /** A dimension of a user's own KPI has no word of ours. */
    private static String title(String dimension, Wording words) {
        String key = "web.dimension." + dimension;
        return words.labels().has(key) ? words.text(key) : dimension;
    }

    private static String name(String name, Wording words) {
        return name.isEmpty() ? words.text("web.breakdown.unnamed") : name;
    }

    /** Where parts add up, a missing part is nothing; elsewhere it is unknown. */
    private static Optional<BigDecimal> find(Map<String, BigDecimal> values, String name, boolean adds) {
        return Optional.ofNullable(values.get(name)).or(() -> adds ? Optional.of(BigDecimal.ZERO) : Optional.empty());
    }

    private static BigDecimal rest(Cut cut, Map<String, BigDecimal> values, List<String> shown) {
        BigDecimal counted = shown.stream()
                .map(name -> values.getOrDefault(name, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return cut.total().orElseThrow().subtract(counted);
    }

    private static Part part(
            Kpi kpi,
            String name,
            Optional<BigDecimal> now,
            Optional<BigDecimal> before,
            Cut whole,
            BigDecimal largest,
            Wording words) {
        boolean adds = kpi.formula() instanceof Formula.Sum;
        Optional<BigDecimal> share = whole.total()
                .filter(total -> adds && total.signum() > 0)
                .flatMap(total -> now.map(value -> value.divide(total, 6, RoundingMode.HALF_UP)));
        Optional<BigDecimal> moved =
                adds ? now.flatMap(value -> before.map(value::subtract)) : Optional.empty();
        return new Part(
                name,
                words.value(now, kpi.unit()),
                share.map(words.numbers()::percent).orElse(""),
                now.filter(value -> largest.signum() > 0 && value.signum() > 0)
                        .map(value -> value.divide(largest, 4, RoundingMode.HALF_UP)
                                .movePointRight(2)
                                .intValue())
                        .orElse(0),
                words.value(before, kpi.unit()),
                moved.map(difference -> (difference.signum() > 0 ? "+" : "") + words.value(moved, kpi.unit()))
                        .orElse(""));
    }
}
