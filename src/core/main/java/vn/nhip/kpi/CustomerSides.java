package vn.nhip.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Formula.Term;
import vn.nhip.catalogue.Formula.Terms;
import vn.nhip.catalogue.Metric;
import vn.nhip.metric.ActiveWindow;
import vn.nhip.spi.FactKind;

/**
 * Retention and active customers from the counts by period.
 *
 * <p>Active customers are known once their whole window lies in complete history. New customers enter the kept ones, so
 * that part needs its period in complete history too. Without the setting, the returned and the active reach back to the
 * first order.
 */
final class CustomerSides {

    private static final List<Terms> NEW =
            List.of(new Terms(Formula.When.ALWAYS, List.of(new Term(Metric.NEW_CUSTOMERS, false)), Optional.empty()));

    private final Scene scene;
    private final PeriodCounts counts;
    private final TermSums sums;

    CustomerSides(Scene scene, PeriodCounts counts, TermSums sums) {
        this.scene = scene;
        this.counts = counts;
        this.sums = sums;
    }

    /** Active customers at the end of the period. */
    Side active(Optional<Period> length, Span span) {
        String problem = scene.customerProblem();
        if (!problem.isEmpty()) {
            return Side.undefined(problem, Basis.ANY);
        }
        Basis basis = basis(span);
        ActiveWindow window = new ActiveWindow(length, span.grain());
        LocalDate from = length.isEmpty() ? span.end() : window.firstDayFor(span.start());
        if (since().filter(day -> !day.isAfter(from)).isEmpty()) {
            return Side.undefined(Reason.HISTORY_INCOMPLETE, basis);
        }
        return Side.of(BigDecimal.valueOf(counts.upTo(window.changeMetric(), span)), basis);
    }

    private Basis basis(Span span) {
        FactKind kind = scene.customerKind();
        Basis basis = sums.basis(kind, span);
        boolean before = since().filter(day -> !day.isAfter(span.start())).isEmpty();
        return new Basis(
                basis.completeThrough(), basis.restatedDays(), basis.begunBefore() || before, basis.daysMissing());
    }

    private Optional<LocalDate> since() {
        return scene.historySince()
                .or(() -> scene.coverage(scene.customerKind()).first());
    }

    /** Kept or returned, over the customers active at the end of the period before. */
    Evaluation retention(Formula.Retention retention, Span span) {
        Span before = new Span(span.grain(), span.grain().startOf(span.start().minusDays(1)));
        Side started = active(retention.window(), before);
        if (retention.window().isPresent()) {
            started = Side.of(started.amount(), basis(span)).because(started.reason());
        }
        Side over = retention.kind() == Formula.Retention.Kind.RETURNED
                ? returned(retention.window(), span)
                : active(retention.window(), span).plus(sums.side(NEW, span), true);
        return Evaluation.ratio(over, started);
    }

    private Side returned(Optional<Period> length, Span span) {
        ActiveWindow window = new ActiveWindow(length, span.grain());
        long returned = counts.find(window.returnedMetric(), span).orElse(0L);
        return Side.of(BigDecimal.valueOf(returned), basis(span));
    }
}
