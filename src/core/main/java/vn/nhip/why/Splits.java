package vn.nhip.why;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kit.expression.Expression;
import vn.nhip.kit.expression.ExpressionException;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.Reason;
import vn.nhip.why.Split.Kind;

/** Every way in which a KPI's formula lets its change be taken apart. */
final class Splits {

    private final Catalogue catalogue;
    private final Published published;

    Splits(Catalogue catalogue, Published published) {
        this.catalogue = catalogue;
        this.published = published;
    }

    /** Of two defined values of one period each. */
    List<Split> of(Kpi kpi, Pair<KpiValue> values) {
        List<Split> splits = new ArrayList<>();
        kpi.dimensions().forEach(dimension -> byPart(kpi, values, dimension).ifPresent(splits::add));
        if (kpi.formula() instanceof Formula.Sum sum) {
            List<Formula.Term> terms = Reason.terms(sum, values.now());
            product(values, terms).ifPresent(splits::add);
            byTerm(values, terms).ifPresent(splits::add);
        }
        if (kpi.formula() instanceof Formula.Ratio || kpi.formula() instanceof Formula.Retention) {
            sides(values).ifPresent(splits::add);
        }
        if (kpi.formula() instanceof Formula.Derived derived) {
            inputs(values, derived).ifPresent(splits::add);
        }
        return splits;
    }

    private Optional<Split> byPart(Kpi kpi, Pair<KpiValue> values, String dimension) {
        PartNames parts =
                new PartNames(new Pair<>(parts(kpi, values.before(), dimension), parts(kpi, values.now(), dimension)));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        if (kpi.formula() instanceof Formula.Sum) {
            return Optional.of(new Split(Kind.PARTS, dimension, Sums.split(numbers(values), parts.amounts())));
        }
        return fractions(values)
                .flatMap(whole -> Ratios.split(whole, parts.fractions()))
                .map(shares -> new Split(Kind.MIX, dimension, shares));
    }

    private List<KpiValue> parts(Kpi kpi, KpiValue of, String dimension) {
        return published.parts(kpi.id(), of.grain(), of.start(), dimension);
    }

    private static Pair<BigDecimal> numbers(Pair<KpiValue> values) {
        return new Pair<>(
                values.before().value().orElseThrow(), values.now().value().orElseThrow());
    }

    private static Optional<Pair<Fraction>> fractions(Pair<KpiValue> values) {
        return PartNames.fraction(values.before())
                .flatMap(before -> PartNames.fraction(values.now()).map(now -> new Pair<>(before, now)));
    }

    /** How many, times how much each: where another KPI is this sum per something. */
    private Optional<Split> product(Pair<KpiValue> values, List<Formula.Term> terms) {
        return catalogue.kpis().values().stream()
                .filter(kpi -> kpi.grains().contains(values.now().grain()) && isPer(kpi.formula(), terms))
                .sorted((a, b) ->
                        Boolean.compare(a.variantOf().isPresent(), b.variantOf().isPresent()))
                .findFirst()
                .flatMap(average -> product(values, average));
    }

    private static boolean isPer(Formula formula, List<Formula.Term> terms) {
        return formula instanceof Formula.Ratio ratio
                && ratio.numerator().size() == 1
                && ratio.denominator().size() == 1
                && ratio.numerator().get(0).terms().equals(terms);
    }

    private Optional<Split> product(Pair<KpiValue> values, Kpi average) {
        Optional<KpiValue> before = value(average.id(), values.before());
        Optional<KpiValue> now = value(average.id(), values.now());
        Map<String, Pair<BigDecimal>> inputs = new LinkedHashMap<>();
        both(before.flatMap(KpiValue::denominator), now.flatMap(KpiValue::denominator))
                .ifPresent(volume -> inputs.put(Split.VOLUME, volume));
        both(before.flatMap(KpiValue::value), now.flatMap(KpiValue::value))
                .ifPresent(each -> inputs.put(Split.AVERAGE, each));
        return inputs.size() < 2
                ? Optional.empty()
                : Factors.split(
                                inputs,
                                mixed -> Optional.of(mixed.getOrDefault(Split.VOLUME, BigDecimal.ZERO)
                                        .multiply(mixed.getOrDefault(Split.AVERAGE, BigDecimal.ZERO))))
                        .map(shares -> new Split(Kind.PRODUCT, average.id(), shares));
    }

    private Optional<KpiValue> value(String kpi, KpiValue beside) {
        return published.value(kpi, beside.grain(), beside.start());
    }

    private static <T> Optional<Pair<T>> both(Optional<T> before, Optional<T> now) {
        return before.flatMap(first -> now.map(second -> new Pair<>(first, second)));
    }

    private Optional<Split> byTerm(Pair<KpiValue> values, List<Formula.Term> terms) {
        if (terms.size() < 2) {
            return Optional.empty();
        }
        List<String> ids = terms.stream().map(Formula.Term::metric).toList();
        KpiValue first = values.before();
        Map<String, BigDecimal> before = published.metrics(ids, first.grain(), first.start());
        Map<String, BigDecimal> now =
                published.metrics(ids, first.grain(), values.now().start());
        Map<String, Pair<BigDecimal>> parts = new LinkedHashMap<>();
        terms.forEach(term -> both(
                        Optional.ofNullable(before.get(term.metric())), Optional.ofNullable(now.get(term.metric())))
                .map(pair -> term.negative()
                        ? new Pair<>(pair.before().negate(), pair.now().negate())
                        : pair)
                .filter(pair -> pair.before().signum() != 0 || pair.now().signum() != 0)
                .ifPresent(pair -> parts.put(term.metric(), pair)));
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(new Split(Kind.TERMS, "", Sums.split(numbers(values), parts)));
    }

    private static Optional<Split> sides(Pair<KpiValue> values) {
        return fractions(values)
                .flatMap(whole -> {
                    Map<String, Pair<BigDecimal>> inputs = new LinkedHashMap<>();
                    inputs.put(
                            Split.OVER,
                            new Pair<>(whole.before().over(), whole.now().over()));
                    inputs.put(
                            Split.UNDER,
                            new Pair<>(whole.before().under(), whole.now().under()));
                    return Factors.split(inputs, mixed -> new Fraction(
                                    mixed.getOrDefault(Split.OVER, BigDecimal.ZERO),
                                    mixed.getOrDefault(Split.UNDER, BigDecimal.ZERO))
                            .rate());
                })
                .map(shares -> new Split(Kind.SIDES, "", shares));
    }

    private Optional<Split> inputs(Pair<KpiValue> values, Formula.Derived derived) {
        Expression expression = Expression.parse(derived.expression());
        Map<String, Pair<BigDecimal>> inputs = new LinkedHashMap<>();
        for (String name : expression.names()) {
            String kpi = name.replace('_', '-');
            both(
                            value(kpi, values.before()).flatMap(KpiValue::value),
                            value(kpi, values.now()).flatMap(KpiValue::value))
                    .ifPresent(pair -> inputs.put(name, pair));
        }
        return inputs.size() < expression.names().size()
                ? Optional.empty()
                : Factors.split(inputs, mixed -> value(expression, mixed))
                        .map(shares -> new Split(Kind.INPUTS, "", shares));
    }

    private static Optional<BigDecimal> value(Expression expression, Map<String, BigDecimal> inputs) {
        try {
            return expression.evaluate(inputs) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
        } catch (ExpressionException noValue) {
            return Optional.empty();
        }
    }
}
