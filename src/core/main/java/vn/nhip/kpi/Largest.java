package vn.nhip.kpi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps a breakdown readable: the largest parts by name, and all others as one, so that they still add up. */
final class Largest {

    static final int KEPT = 50;
    static final String OTHERS = KpiValue.Breakdown.OTHERS;

    private Largest() {}

    static Map<String, BigDecimal> of(Map<String, BigDecimal> parts) {
        if (parts.size() <= KEPT) {
            return parts;
        }
        List<Map.Entry<String, BigDecimal>> ranked = parts.entrySet().stream()
                .sorted((a, b) -> {
                    int bySize = b.getValue().abs().compareTo(a.getValue().abs());
                    return bySize != 0 ? bySize : a.getKey().compareTo(b.getKey());
                })
                .toList();
        Map<String, BigDecimal> kept = new TreeMap<>();
        ranked.subList(0, KEPT - 1).forEach(part -> kept.put(part.getKey(), part.getValue()));
        BigDecimal rest = ranked.subList(KEPT - 1, ranked.size()).stream()
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        kept.merge(OTHERS, rest, BigDecimal::add);
        return new LinkedHashMap<>(kept);
    }

    /** A part's amount; of the others, all that were not kept. */
    static BigDecimal pick(Map<String, BigDecimal> parts, String value, Set<String> kept) {
        if (!value.equals(OTHERS)) {
            return parts.getOrDefault(value, BigDecimal.ZERO);
        }
        return parts.entrySet().stream()
                .filter(part -> part.getKey().equals(OTHERS) || !kept.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
