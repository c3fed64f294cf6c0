package vn.nhip.kpi;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kit.expression.Expression;
import vn.nhip.kit.expression.ExpressionException;

/** Computes KPIs of one stretch of days; pure but for reading the roll-ups. */
final class Evaluator {

    private record Asked(String kpi, Span span) {}

    private final Scene scene;
    private final TermSums sums;
    private final CustomerSides customers;
    private final PeriodCounts counts;
    private final KpiModel.Purchases purchases;
    private final Map<String, KpiModel> models;
    private final Map<Asked, Evaluation> done = new HashMap<>();

    Evaluator(Scene scene, Numbers numbers, Map<String, KpiModel> models) {
        this.scene = scene;
        this.counts = numbers.counts();
        this.sums = new TermSums(scene, numbers.cells(), counts, numbers.rates());
        this.customers = new CustomerSides(scene, counts, sums);
        this.purchases = numbers.purchases();
        this.models = models;
    }

    /** Where the numbers come from. */
    record Numbers(DayCells cells, PeriodCounts counts, Rates rates, KpiModel.Purchases purchases) {}

    Evaluation evaluate(Kpi kpi, Span span) {
        Asked asked = new Asked(kpi.id(), span);
        Evaluation known = done.get(asked);
        if (known == null) {
            known = compute(kpi, span).judged(kpi.minimumSample());
            done.put(asked, known);
        }
        return known;
    }

    private Evaluation compute(Kpi kpi, Span span) {
        Formula formula = kpi.formula();
        if (formula instanceof Formula.Sum sum) {
            return sum(kpi, sums.side(sum.alternatives(), span), span);
        }
        if (formula instanceof Formula.Ratio ratio) {
            return ratio(kpi, sums.side(ratio.numerator(), span), sums.side(ratio.denominator(), span), span);
        }
        if (formula instanceof Formula.Distinct distinct) {
            Formula.Term users = new Formula.Term(distinct.metric(), false);
            Formula.Terms terms = new Formula.Terms(Formula.When.ALWAYS, java.util.List.of(users), Optional.empty());
            return Evaluation.sum(sums.side(java.util.List.of(terms), span));
        }
        if (formula instanceof Formula.Retention retention) {
            return customers.retention(retention, span);
        }
        if (formula instanceof Formula.ActiveCustomers active) {
            return Evaluation.sum(customers.active(active.window(), span));
        }
        return formula instanceof Formula.Derived derived
                ? derived(derived, span)
                : model((Formula.Model) formula, span);
    }

    private Evaluation sum(Kpi kpi, Side side, Span span) {
        Evaluation headline = Evaluation.sum(side);
        Map<KpiValue.Breakdown, Outcome> parts = new LinkedHashMap<>();
        for (String dimension : kpi.dimensions()) {
            Optional<Map<String, BigDecimal>> amounts =
                    side.defined() ? sums.parts(side.terms(), dimension, span) : Optional.empty();
            amounts.map(Largest::of)
                    .ifPresent(all -> all.forEach((value, amount) ->
                            parts.put(new KpiValue.Breakdown(dimension, value), Outcome.of(amount, side.note()))));
        }
        return headline.with(parts);
    }

    private Evaluation ratio(Kpi kpi, Side over, Side under, Span span) {
        Evaluation headline = Evaluation.ratio(over, under);
        Map<KpiValue.Breakdown, Outcome> parts = new LinkedHashMap<>();
        boolean whole = over.defined() && under.defined() && !headline.basis().daysMissing();
        for (String dimension : kpi.dimensions()) {
            Optional<Map<String, BigDecimal>> overs =
                    whole ? sums.parts(over.terms(), dimension, span) : Optional.empty();
            Optional<Map<String, BigDecimal>> unders =
                    whole ? sums.parts(under.terms(), dimension, span) : Optional.empty();
            if (overs.isPresent() && unders.isPresent()) {
                Set<String> values = new TreeSet<>(overs.get().keySet());
                values.addAll(unders.get().keySet());
                Map<String, BigDecimal> ranked = Largest.of(withZeros(unders.get(), values));
                for (String value : ranked.keySet()) {
                    Outcome part = Outcome.ratio(
                            Largest.pick(overs.get(), value, ranked.keySet()),
                            Largest.pick(unders.get(), value, ranked.keySet()),
                            headline.headline().reason());
                    parts.put(new KpiValue.Breakdown(dimension, value), part);
                }
            }
        }
        return headline.with(parts);
    }

    private static Map<String, BigDecimal> withZeros(Map<String, BigDecimal> amounts, Set<String> values) {
        Map<String, BigDecimal> all = new LinkedHashMap<>();
        values.forEach(value -> all.put(value, amounts.getOrDefault(value, BigDecimal.ZERO)));
        return all;
    }

    private Evaluation derived(Formula.Derived derived, Span span) {
        Expression expression = Expression.parse(derived.expression());
        Map<String, BigDecimal> values = new HashMap<>();
        Basis basis = Basis.ANY;
        String reason = "";
        for (String name : expression.names()) {
            Kpi needed = scene.catalogue()
                    .findKpi(name.replace('_', '-'))
                    .orElseThrow(() -> new IllegalStateException("The catalogue has no KPI '" + name + "'"));
            Evaluation part = evaluate(needed, span);
            basis = basis.and(part.basis());
            part.headline().value().ifPresent(value -> values.put(name, value));
            if (part.headline().value().isEmpty() && reason.isEmpty()) {
                reason = Reason.join("needs: " + needed.id(), part.headline().reason());
            }
        }
        return Evaluation.of(reason.isEmpty() ? value(expression, values) : Outcome.undefined(reason), basis);
    }

    private static Outcome value(Expression expression, Map<String, BigDecimal> values) {
        try {
            Object value = expression.evaluate(values);
            return value instanceof BigDecimal number
                    ? Outcome.of(number, "").derived()
                    : Outcome.undefined("not-a-number");
        } catch (ExpressionException e) {
            String message = String.valueOf(e.getMessage());
            return Outcome.undefined(
                    message.contains("division by zero") ? Reason.ZERO_DENOMINATOR : "not-computable: " + message);
        }
    }

    private Evaluation model(Formula.Model formula, Span span) {
        String problem = scene.customerProblem();
        Basis basis = sums.basis(scene.customerKind(), span);
        KpiModel model = models.get(formula.name());
        if (!problem.isEmpty() || model == null) {
            return Evaluation.of(Outcome.undefined(model == null ? "no-model: " + formula.name() : problem), basis);
        }
        if (scene.historySince().filter(day -> !day.isAfter(span.start())).isEmpty()) {
            return Evaluation.of(Outcome.undefined(Reason.HISTORY_INCOMPLETE), basis);
        }
        KpiModel.Answer answer = model.answer(purchases, span.end());
        Outcome outcome = answer.value()
                .map(value -> Outcome.of(value, answer.reason()).derived())
                .orElse(Outcome.undefined(answer.reason()));
        return Evaluation.of(outcome, basis);
    }
}
