package vn.nhip.web.page;

import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Metric;
import vn.nhip.catalogue.Unit;
import vn.nhip.why.Split;

/** What the factors of a formula are called, and what they are counted in. */
record FactorWords(Catalogue catalogue, Wording words) {

    String name(Kpi kpi, Split split, String share) {
        return switch (split.kind()) {
            case PARTS, MIX -> Breakdown.name(share, words);
            case TERMS -> term(share).orElse(share);
            case INPUTS -> kpi(id(share));
            case SIDES -> side(kpi, share);
            case PRODUCT ->
                share.equals(Split.AVERAGE)
                        ? kpi(split.by())
                        : catalogue
                                .findKpi(split.by())
                                .map(average -> side(average, Split.UNDER))
                                .orElse(share);
        };
    }

    Unit unit(Kpi kpi, Split split, String share) {
        return switch (split.kind()) {
            case PARTS, MIX, TERMS -> kpi.unit();
            case INPUTS -> catalogue.findKpi(id(share)).map(Kpi::unit).orElse(Unit.COUNT);
            case SIDES -> unit(kpi, share);
            case PRODUCT -> {
                Optional<Kpi> average = catalogue.findKpi(split.by());
                yield share.equals(Split.AVERAGE)
                        ? average.map(Kpi::unit).orElse(Unit.COUNT)
                        : average.map(of -> unit(of, Split.UNDER)).orElse(Unit.COUNT);
            }
        };
    }

    /** Expressions write the hyphens of ids as underscores. */
    private static String id(String input) {
        return input.replace('_', '-');
    }

    private String kpi(String id) {
        return catalogue.findKpi(id).map(kpi -> words.text(kpi.name())).orElse(id);
    }

    private String side(Kpi kpi, String side) {
        String formula = kpi.formula() instanceof Formula.Retention ? "retention" : kpi.id();
        return label("web.side." + formula + "." + side)
                .or(() -> terms(kpi, side).flatMap(this::sum))
                .orElseGet(() -> words.text(side.equals(Split.OVER) ? "web.side.over" : "web.side.under"));
    }

    private Optional<String> label(String key) {
        return Optional.of(key).filter(words.labels()::has).map(words::text);
    }

    private static Optional<List<Formula.Term>> terms(Kpi kpi, String side) {
        return kpi.formula() instanceof Formula.Ratio ratio
                ? Optional.of(side.equals(Split.OVER) ? ratio.numerator() : ratio.denominator())
                        .filter(alternatives -> alternatives.size() == 1)
                        .map(alternatives -> alternatives.get(0).terms())
                : Optional.empty();
    }

    private Unit unit(Kpi kpi, String side) {
        return terms(kpi, side).map(terms -> terms.get(0).metric()).or(() -> first(kpi, side)).stream()
                .flatMap(metric -> catalogue.findMetric(metric).stream())
                .map(Metric::unit)
                .findFirst()
                .orElse(Unit.COUNT);
    }

    private static Optional<String> first(Kpi kpi, String side) {
        return kpi.formula().sides().stream()
                .skip(side.equals(Split.OVER) ? 0 : 1)
                .flatMap(List::stream)
                .map(terms -> terms.terms().get(0).metric())
                .findFirst();
    }

    /** The name of the KPI that is just this sum; else what the only metric is called. */
    private Optional<String> sum(List<Formula.Term> terms) {
        return catalogue.kpis().values().stream()
                .filter(kpi -> isJust(kpi.formula(), terms))
                .findFirst()
                .map(kpi -> words.text(kpi.name()))
                .or(() -> terms.size() == 1 ? label("web.metric." + terms.get(0).metric()) : Optional.empty());
    }

    private static boolean isJust(Formula formula, List<Formula.Term> terms) {
        if (formula instanceof Formula.Distinct distinct) {
            return terms.equals(List.of(new Formula.Term(distinct.metric(), false)));
        }
        return formula instanceof Formula.Sum sum
                && sum.alternatives().size() == 1
                && sum.alternatives().get(0).terms().equals(terms);
    }

    private Optional<String> term(String metric) {
        return label("web.metric." + metric).or(() -> sum(List.of(new Formula.Term(metric, false))));
    }
}
