package vn.nhip.why;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.nhip.kpi.KpiValue;

/**
 * The parts of two periods, matched by name.
 *
 * <p>Each period keeps its largest parts by name and all others as one. A name that only one of the two keeps counts among the
 * others, or it would seem to come or go.
 */
final class PartNames {

    private static final String OTHERS = KpiValue.Breakdown.OTHERS;

    private final Pair<List<KpiValue>> parts;
    private final Set<String> names;

    PartNames(Pair<List<KpiValue>> parts) {
        this.parts = parts;
        this.names = names(parts);
    }

    private static Set<String> names(Pair<List<KpiValue>> parts) {
        Set<String> before = named(parts.before());
        Set<String> now = named(parts.now());
        Set<String> names = new TreeSet<>(before);
        names.addAll(now);
        if (before.contains(OTHERS)) {
            names.retainAll(before);
        }
        if (now.contains(OTHERS)) {
            names.retainAll(now);
        }
        if (before.contains(OTHERS) || now.contains(OTHERS)) {
            names.add(OTHERS);
        }
        return names;
    }

    private static Set<String> named(List<KpiValue> parts) {
        return parts.stream().map(part -> part.of().value()).collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    Map<String, Pair<BigDecimal>> amounts() {
        Map<String, Pair<BigDecimal>> amounts = new LinkedHashMap<>();
        for (String name : names) {
            amounts.put(name, new Pair<>(amount(parts.before(), name), amount(parts.now(), name)));
        }
        return amounts;
    }

    private BigDecimal amount(List<KpiValue> of, String name) {
        return of.stream()
                .filter(part -> name(part).equals(name))
                .flatMap(part -> part.value().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Map<String, Pair<Fraction>> fractions() {
        Map<String, Pair<Fraction>> fractions = new LinkedHashMap<>();
        for (String name : names) {
            fractions.put(name, new Pair<>(fraction(parts.before(), name), fraction(parts.now(), name)));
        }
        return fractions;
    }

    private Fraction fraction(List<KpiValue> of, String name) {
        return of.stream()
                .filter(part -> name(part).equals(name))
                .flatMap(part -> fraction(part).stream())
                .reduce(Fraction.NOTHING, Fraction::plus);
    }

    private String name(KpiValue part) {
        return names.contains(part.of().value()) ? part.of().value() : OTHERS;
    }

    static Optional<Fraction> fraction(KpiValue value) {
        return value.numerator().flatMap(over -> value.denominator().map(under -> new Fraction(over, under)));
    }
}
