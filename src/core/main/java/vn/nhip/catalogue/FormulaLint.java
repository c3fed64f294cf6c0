package vn.nhip.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import vn.nhip.spi.Grain;

/** Refuses formulas whose figures would be wrong: added unique counts, mixed units, sides of different scope. */
final class FormulaLint {

    private final Catalogue catalogue;
    private final Kpi kpi;
    private final Consumer<String> problem;

    /** Every metric of the KPI must be known. */
    FormulaLint(Catalogue catalogue, Kpi kpi, Consumer<String> problem) {
        this.catalogue = catalogue;
        this.kpi = kpi;
        this.problem = problem;
    }

    void run() {
        Formula formula = kpi.formula();
        if (formula instanceof Formula.Distinct distinct && additivity(distinct.metric()) == Measure.Additivity.SUM) {
            problem.accept("'" + distinct.metric() + "' is no unique count; use sum");
        }
        checkDayOnly(formula.metrics());
        formula.sides().forEach(side -> side.forEach(this::checkTerms));
        if (formula instanceof Formula.Sum sum) {
            checkNothingDistinct(sum);
            expect(unitsOf(sum.alternatives()), kpi.unit());
        }
        if (formula instanceof Formula.Ratio ratio) {
            checkScopes(ratio);
            checkRatioUnit(ratio);
        }
    }

    private void checkDayOnly(Set<String> metrics) {
        boolean onlyDays = kpi.grains().equals(EnumSet.of(Grain.DAY));
        metrics.stream()
                .filter(id -> additivity(id) == Measure.Additivity.DAY_ONLY && !onlyDays)
                .forEach(id -> problem.accept("'" + id + "' is known for single days only; leave week and month out"));
    }

    private void checkTerms(Formula.Terms terms) {
        List<String> distinct = terms.terms().stream()
                .map(Formula.Term::metric)
                .filter(id -> additivity(id) != Measure.Additivity.SUM)
                .toList();
        if (!distinct.isEmpty() && terms.terms().size() > 1) {
            problem.accept("unique counts are never added: " + String.join(", ", distinct));
        }
        Set<Unit> units = EnumSet.noneOf(Unit.class);
        terms.terms().forEach(term -> units.add(unit(term.metric())));
        if (units.size() > 1) {
            problem.accept("different units cannot be added: "
                    + String.join(
                            " ",
                            terms.terms().stream().map(Formula.Term::metric).toList()));
        }
    }

    private void checkNothingDistinct(Formula.Sum sum) {
        sum.alternatives().stream()
                .flatMap(terms -> terms.terms().stream())
                .filter(term -> additivity(term.metric()) != Measure.Additivity.SUM)
                .forEach(term -> problem.accept("'" + term.metric() + "' is a unique count; use distinct"));
    }

    private void checkScopes(Formula.Ratio ratio) {
        Set<String> above = scopes(ratio.numerator());
        Set<String> below = scopes(ratio.denominator());
        if (!above.isEmpty() && !below.isEmpty() && !above.equals(below)) {
            problem.accept("the two sides have different scope: numerator " + String.join(", ", above)
                    + "; denominator " + String.join(", ", below));
        }
    }

    private void checkRatioUnit(Formula.Ratio ratio) {
        for (Unit above : unitsOf(ratio.numerator())) {
            for (Unit below : unitsOf(ratio.denominator())) {
                if (above == Unit.MONEY && below == Unit.MONEY) {
                    expect(Set.of(Unit.RATIO), kpi.unit());
                } else if (above == Unit.MONEY) {
                    expect(Set.of(Unit.MONEY), kpi.unit());
                } else if (below == Unit.MONEY || kpi.unit() == Unit.MONEY) {
                    expect(Set.of(Unit.COUNT, Unit.RATIO), kpi.unit());
                }
            }
        }
    }

    private void expect(Set<Unit> possible, Unit unit) {
        if (!possible.contains(unit)) {
            problem.accept("the formula does not give the unit " + unit.name().toLowerCase(Locale.ROOT));
        }
    }

    private Set<Unit> unitsOf(List<Formula.Terms> side) {
        Set<Unit> units = EnumSet.noneOf(Unit.class);
        side.forEach(terms -> terms.terms().forEach(term -> units.add(unit(term.metric()))));
        return units;
    }

    /** Which part of the business a side speaks of; empty where it may be any. */
    private Set<String> scopes(List<Formula.Terms> side) {
        Set<String> scopes = new TreeSet<>();
        side.forEach(terms -> terms.terms().forEach(term -> scopes.addAll(scope(term.metric()))));
        return scopes;
    }

    private Set<String> scope(String id) {
        if (id.equals(Metric.NEW_CUSTOMERS)) {
            return Set.of("business");
        }
        Metric metric = catalogue.findMetric(id).orElseThrow();
        return switch (metric.fact()) {
            case TRAFFIC_DAY, TRAFFIC_USERS -> Set.of("web");
            case EMAIL_CAMPAIGN -> Set.of("e-mail");
            case ORDER, REFUND -> channelScope(metric.where().getOrDefault("channel", Set.of()));
            case LEAD ->
                metric.where().getOrDefault("origin", Set.of()).equals(Set.of("form"))
                        ? Set.of("web")
                        : channelScope(metric.where().getOrDefault("channel", Set.of()));
            case SURVEY_ANSWER -> surveyScope(metric);
            case AD_DAY, CUSTOMER, LEDGER_ENTRY -> Set.of("business");
            case METRIC_DAY, EXCHANGE_RATE -> Set.of();
        };
    }

    private static Set<String> channelScope(Set<String> channels) {
        return channels.isEmpty() ? Set.of("business") : new TreeSet<>(channels);
    }

    private static Set<String> surveyScope(Metric metric) {
        Set<String> surveys = metric.where().getOrDefault("survey", Set.of());
        return Set.of("survey " + String.join("+", new TreeSet<>(surveys)));
    }

    private Measure.Additivity additivity(String id) {
        return catalogue
                .findMetric(id)
                .flatMap(metric -> Measures.find(metric.fact(), metric.measure()))
                .map(Measure::additivity)
                .orElse(Measure.Additivity.SUM);
    }

    private Unit unit(String id) {
        return catalogue.findMetric(id).map(Metric::unit).orElse(Unit.COUNT);
    }
}
