package vn.nhip.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Formula.Term;
import vn.nhip.catalogue.Formula.Terms;
import vn.nhip.catalogue.Measure;
import vn.nhip.catalogue.Measures;
import vn.nhip.catalogue.Metric;
import vn.nhip.metric.Coverage;
import vn.nhip.metric.DayMetrics;
import vn.nhip.metric.Feed;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;

/**
 * Sums metrics over a period, in the business currency.
 *
 * <p>A day inside the reach of its sources without orders, leads, refunds, answers, campaigns or bookings is a zero. A day
 * without a traffic or advertising report is not: that day is undefined, and a longer period says how many are missing.
 * A number of one's own counts on the days it is given for; a period without any is undefined.
 */
final class TermSums {

    private final Scene scene;
    private final DayCells cells;
    private final PeriodCounts counts;
    private final Rates rates;

    TermSums(Scene scene, DayCells cells, PeriodCounts counts, Rates rates) {
        this.scene = scene;
        this.cells = cells;
        this.counts = counts;
        this.rates = rates;
    }

    /** The first alternative whose condition holds. */
    Side side(List<Terms> alternatives, Span span) {
        for (int i = 0; i < alternatives.size(); i++) {
            Terms terms = alternatives.get(i);
            if (holds(terms, span)) {
                Side sum = Side.ZERO;
                for (Term term : terms.terms()) {
                    sum = sum.plus(term(term, span), term.negative());
                }
                return sum.answering(terms.terms(), alternatives.size() > 1 ? Reason.alternative(i) : "");
            }
        }
        return Side.undefined(Reason.NO_ALTERNATIVE, Basis.ANY);
    }

    private boolean holds(Terms terms, Span span) {
        return switch (terms.when()) {
            case ALWAYS -> true;
            case LEDGER_CONNECTED -> scene.hasAny(terms.terms().get(0).metric());
            case BOOKS_CLOSED ->
                booksClosed().filter(day -> !day.isBefore(span.end())).isPresent();
        };
    }

    private Optional<LocalDate> booksClosed() {
        return scene.workspace().config().calendar().booksClosedThrough().map(YearMonth::atEndOfMonth);
    }

    private Side term(Term term, Span span) {
        FactKind kind = scene.kindOf(term.metric());
        if (kind == FactKind.METRIC_DAY) {
            return ownNumber(term, span);
        }
        if (term.metric().equals(Metric.NEW_CUSTOMERS)) {
            return newCustomers(span);
        }
        Feed feed = scene.feed(kind);
        if (!feed.ok()) {
            return feed.absent() && term.optional() ? Side.ZERO : Side.undefined(feed.problem(), Basis.ANY);
        }
        Basis basis = basis(kind, span);
        if (outside(scene.coverage(kind), span)) {
            return term.optional() ? Side.ZERO : Side.undefined("no-data: " + kind.id(), basis);
        }
        return kind == FactKind.TRAFFIC_USERS
                ? users(term.metric(), span, basis)
                : reported(term.metric(), kind, span, basis);
    }

    private Side ownNumber(Term term, Span span) {
        if (cells.totals(term.metric(), span).isEmpty()) {
            String missing = scene.hasAny(term.metric()) ? "no-data: " : "no-source: ";
            return term.optional() ? Side.ZERO : Side.undefined(missing + "metric-day " + term.metric(), Basis.ANY);
        }
        return sum(term.metric(), span, Basis.ANY);
    }

    private Side newCustomers(Span span) {
        String problem = scene.customerProblem();
        if (!problem.isEmpty()) {
            return Side.undefined(problem, Basis.ANY);
        }
        Basis basis = basis(scene.customerKind(), span);
        boolean known =
                scene.historySince().filter(day -> !day.isAfter(span.start())).isPresent();
        if (!known) {
            return Side.undefined(Reason.HISTORY_INCOMPLETE, basis);
        }
        return outside(scene.coverage(scene.customerKind()), span)
                ? Side.undefined("no-data: " + scene.customerKind().id(), basis)
                : sum(Metric.NEW_CUSTOMERS, span, basis);
    }

    Basis basis(FactKind kind, Span span) {
        Coverage coverage = scene.coverage(kind);
        boolean before =
                coverage.first().filter(day -> !day.isAfter(span.start())).isEmpty();
        Optional<LocalDate> complete = coverage.completeThrough();
        if (kind == FactKind.LEDGER_ENTRY && booksClosed().isPresent()) {
            complete = booksClosed()
                    .map(closed ->
                            coverage.completeThrough().filter(closed::isBefore).orElse(closed));
        }
        return new Basis(complete, coverage.restatedDays(), before, false);
    }

    private static boolean outside(Coverage coverage, Span span) {
        return coverage.first().filter(day -> !day.isAfter(span.end())).isEmpty()
                || coverage.end().filter(day -> !day.isBefore(span.start())).isEmpty();
    }

    private Side users(String metric, Span span, Basis basis) {
        return counts.find(metric, span)
                .map(users -> Side.of(BigDecimal.valueOf(users), basis))
                .orElse(Side.undefined("no-data: traffic-users", basis));
    }

    private Side reported(String metric, FactKind kind, Span span, Basis basis) {
        Measure.Additivity additivity = additivity(metric);
        if (span.grain() != Grain.DAY && additivity == Measure.Additivity.DAY_ONLY) {
            return Side.undefined("not-additive: " + metric, basis);
        }
        if (span.grain() != Grain.DAY && additivity == Measure.Additivity.DISTINCT) {
            return buyers(metric, span, basis);
        }
        long missing = byReport(kind) ? missingDays(kind, span) : 0;
        if (missing > 0 && span.grain() == Grain.DAY) {
            return Side.undefined("no-data: " + kind.id() + " " + span.start(), basis);
        }
        if (missing > 0) {
            String note = "missing-days: " + kind.id() + " " + missing;
            return sum(metric, span, basis.withDaysMissing()).answering(List.of(), note);
        }
        return sum(metric, span, basis);
    }

    private Measure.Additivity additivity(String metric) {
        return scene.metric(metric)
                .flatMap(of -> Measures.find(of.fact(), of.measure()))
                .map(Measure::additivity)
                .orElse(Measure.Additivity.SUM);
    }

    static boolean byReport(FactKind kind) {
        return kind == FactKind.TRAFFIC_DAY || kind == FactKind.AD_DAY;
    }

    private long missingDays(FactKind kind, Span span) {
        NavigableMap<LocalDate, List<DayCells.Cell>> present = cells.totals(DayMetrics.presence(kind), span);
        Coverage coverage = scene.coverage(kind);
        long missing = 0;
        for (Map.Entry<Long, DayRange> account : coverage.accounts().entrySet()) {
            LocalDate first = later(span.start(), account.getValue().first());
            LocalDate last = earlier(span.end(), coverage.endOf(account.getValue()));
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                boolean there = present.getOrDefault(day, List.of()).stream()
                        .anyMatch(cell -> cell.account() == account.getKey());
                missing += there ? 0 : 1;
            }
        }
        return missing;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /** Distinct people of the period, and each order of nobody known. */
    private Side buyers(String metric, Span span, Basis basis) {
        long known = counts.find(metric, span).orElse(0L);
        BigDecimal unknown = cells.totals(metric, span).values().stream()
                .flatMap(List::stream)
                .filter(cell -> cell.dimension().equals(DayMetrics.ANONYMOUS))
                .map(cell -> number(cell.millionths()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Side.of(unknown.add(BigDecimal.valueOf(known)), basis);
    }

    private Side sum(String metric, Span span, Basis basis) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, List<DayCells.Cell>> day :
                cells.totals(metric, span).entrySet()) {
            for (DayCells.Cell cell : day.getValue()) {
                if (cell.isGap()) {
                    return Side.undefined(cell.value() + ": " + metric, basis);
                }
                if (cell.dimension().isEmpty()) {
                    Optional<BigDecimal> amount = converted(cell, day.getKey());
                    if (amount.isEmpty()) {
                        return Side.undefined("missing-rate: " + cell.currency() + " " + day.getKey(), basis);
                    }
                    sum = sum.add(amount.get());
                }
            }
        }
        return Side.of(sum, basis);
    }

    private Optional<BigDecimal> converted(DayCells.Cell cell, LocalDate day) {
        BigDecimal amount = number(cell.millionths());
        String business = scene.workspace().config().calendar().currency().getCurrencyCode();
        boolean asIs = cell.currency().isEmpty() || cell.currency().equals(business) || cell.millionths() == 0;
        return asIs
                ? Optional.of(amount)
                : rates.find(cell.currency(), business, day).map(amount::multiply);
    }

    private static BigDecimal number(long millionths) {
        return BigDecimal.valueOf(millionths, 6);
    }

    /** The same sum by the values of a dimension; none where a metric does not offer it. */
    Optional<Map<String, BigDecimal>> parts(List<Term> terms, String dimension, Span span) {
        Map<String, BigDecimal> parts = new TreeMap<>();
        for (Term term : terms) {
            if (!offers(term.metric(), dimension, span)) {
                return Optional.empty();
            }
            cells.parts(term.metric(), dimension, span, (day, cell) -> {
                BigDecimal amount = converted(cell, day).orElse(BigDecimal.ZERO);
                parts.merge(cell.value(), term.negative() ? amount.negate() : amount, BigDecimal::add);
            });
        }
        return Optional.of(parts);
    }

    private boolean offers(String metric, String dimension, Span span) {
        boolean summed = span.grain() == Grain.DAY || additivity(metric) == Measure.Additivity.SUM;
        return summed
                && scene.metric(metric)
                        .filter(of -> of.by().contains(dimension))
                        .isPresent();
    }

    /** The metrics of terms, for messages. */
    static String names(List<Term> terms) {
        return terms.stream().map(Term::metric).collect(Collectors.joining(", "));
    }
}
