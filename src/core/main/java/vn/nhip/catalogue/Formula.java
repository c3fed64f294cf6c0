package vn.nhip.catalogue;

import java.time.Period;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.expression.Expression;

/** How a KPI follows from metrics; the closed list of KPI types. */
public sealed interface Formula {

    /** One metric with its sign; an optional one counts as zero where no account gives its facts. */
    record Term(String metric, boolean negative, boolean optional) {
        public Term(String metric, boolean negative) {
            this(metric, negative, false);
        }
    }

    /**
     * Terms that answer under a condition; of several alternatives the first whose condition holds is taken, and its
     * label is shown.
     */
    record Terms(When when, List<Term> terms, Optional<Texts> label) {
        public Terms {
            terms = List.copyOf(terms);
        }
    }

    enum When {
        ALWAYS,
        /** An account gives ledger entries of the first term's categories; hand-entered costs alone are no books. */
        LEDGER_CONNECTED,
        /** The books of the period's month are closed. */
        BOOKS_CLOSED
    }

    /** Σ of signed metrics over the period. */
    record Sum(List<Terms> alternatives) implements Formula {
        public Sum {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** Ratio of sums; a zero denominator is undefined. */
    record Ratio(List<Terms> numerator, List<Terms> denominator) implements Formula {
        public Ratio {
            numerator = List.copyOf(numerator);
            denominator = List.copyOf(denominator);
        }
    }

    /** An expression over other KPIs' values of the same period, by id with underscores for hyphens. */
    record Derived(String expression) implements Formula {

        /** The ids of the KPIs that the expression names, in its order. */
        public Set<String> kpis() {
            Set<String> ids = new LinkedHashSet<>();
            Expression.parse(expression).names().forEach(name -> ids.add(name.replace('_', '-')));
            return ids;
        }
    }

    /** Unique counts as the source gives them per day, week and month; never summed. */
    record Distinct(String metric) implements Formula {}

    /**
     * Of the customers active at the end of the period before (S), the part that is kept. KEPT is (E − N) ÷ S;
     * RETURNED counts those of S who bought within the period. Without a window, active means an order within the period.
     */
    record Retention(Kind kind, Optional<Period> window) implements Formula {
        public enum Kind {
            KEPT,
            RETURNED
        }
    }

    /** Customers who were active in the period or its trailing window, at its end. */
    record ActiveCustomers(Optional<Period> window) implements Formula {}

    /** A statistical model, by name. */
    record Model(String name) implements Formula {
        public static final String BGNBD_12_MONTHS = "bgnbd-12-months";
        public static final Set<String> KNOWN = Set.of(BGNBD_12_MONTHS);
    }

    /** The ids of all metrics that this formula reads, in its order. */
    default Set<String> metrics() {
        Set<String> ids = new LinkedHashSet<>();
        sides().forEach(side -> side.forEach(terms -> terms.terms().forEach(term -> ids.add(term.metric()))));
        if (this instanceof Distinct distinct) {
            ids.add(distinct.metric());
        }
        return ids;
    }

    /** The sums that this formula is made of: one for a sum, two for a ratio, none otherwise. */
    default List<List<Terms>> sides() {
        if (this instanceof Sum sum) {
            return List.of(sum.alternatives());
        }
        if (this instanceof Ratio ratio) {
            return List.of(ratio.numerator(), ratio.denominator());
        }
        return List.of();
    }
}
