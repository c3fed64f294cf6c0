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
            parts.forEach(
                    part -> part.value().ifPresent(value -> values.put(part.of().value(), value)));
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
        List<String> shown = names.stream()
                .sorted(Comparator.comparing((String name) -> values.getOrDefault(name, BigDecimal.ZERO))
                        .reversed())
                .limit(MOST)
                .toList();
        Rows rows = new Rows(kpi, adds, now.total(), largest(values), words);
        List<Part> parts = new ArrayList<>();
        shown.forEach(
                name -> parts.add(rows.part(name(name, words), find(values, name, adds), find(earlier, name, adds))));
        if (adds) {
            BigDecimal restNow = rest(now, values, shown);
            BigDecimal restBefore = rest(before, earlier, shown);
            if (restNow.signum() != 0 || restBefore.signum() != 0) {
                parts.add(rows.part(words.text("web.breakdown.rest"), Optional.of(restNow), Optional.of(restBefore)));
            }
        }
        return new Breakdown(dimension(dimension, words), adds, parts);
    }

    /** A dimension of a user's own KPI has no word of ours. */
    static String dimension(String dimension, Wording words) {
        String key = "web.dimension." + dimension;
        return words.labels().has(key) ? words.text(key) : dimension;
    }

    static String name(String name, Wording words) {
        if (name.equals(KpiValue.Breakdown.OTHERS)) {
            return words.text("web.breakdown.others");
        }
        return name.isEmpty() ? words.text("web.breakdown.unnamed") : name;
    }

    /** Where parts add up, a missing part is nothing; elsewhere it is unknown. */
    private static Optional<BigDecimal> find(Map<String, BigDecimal> values, String name, boolean adds) {
        return Optional.ofNullable(values.get(name)).or(() -> adds ? Optional.of(BigDecimal.ZERO) : Optional.empty());
    }

    private static BigDecimal largest(Map<String, BigDecimal> values) {
        return values.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
    }

    private static BigDecimal rest(Cut cut, Map<String, BigDecimal> values, List<String> shown) {
        BigDecimal counted = shown.stream()
                .map(name -> values.getOrDefault(name, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return cut.total().orElseThrow().subtract(counted);
    }

    private record Rows(Kpi kpi, boolean adds, Optional<BigDecimal> total, BigDecimal largest, Wording words) {

        Part part(String name, Optional<BigDecimal> now, Optional<BigDecimal> before) {
            Optional<BigDecimal> share = total.filter(whole -> adds && whole.signum() > 0)
                    .flatMap(whole -> now.map(value -> value.divide(whole, 6, RoundingMode.HALF_UP)));
            Optional<BigDecimal> moved = adds ? now.flatMap(value -> before.map(value::subtract)) : Optional.empty();
            return new Part(
                    name,
                    words.value(now, kpi.unit()),
                    share.map(words.numbers()::percent).orElse(""),
                    now.map(this::bar).orElse(0),
                    words.value(before, kpi.unit()),
                    moved.map(difference -> (difference.signum() > 0 ? "+" : "") + words.value(moved, kpi.unit()))
                            .orElse(""));
        }

        private int bar(BigDecimal value) {
            boolean drawn = largest.signum() > 0 && value.signum() > 0;
            return drawn
                    ? value.divide(largest, 4, RoundingMode.HALF_UP)
                            .movePointRight(2)
                            .intValue()
                    : 0;
        }
    }
}
