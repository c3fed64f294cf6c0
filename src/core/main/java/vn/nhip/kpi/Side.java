package vn.nhip.kpi;

import java.math.BigDecimal;
import java.util.List;
import vn.nhip.catalogue.Formula.Term;

/**
 * One side of a formula in one period: the sum of the terms that answered, or the reason why there is none.
 *
 * <p>Shape: a note stands beside a sum that is not whole or names the alternative that answered.
 */
record Side(BigDecimal amount, String reason, String note, Basis basis, List<Term> terms) {

    static final Side ZERO = of(BigDecimal.ZERO, Basis.ANY);

    static Side of(BigDecimal amount, Basis basis) {
        return new Side(amount, "", "", basis, List.of());
    }

    static Side undefined(String reason, Basis basis) {
        return new Side(BigDecimal.ZERO, reason, "", basis, List.of());
    }

    boolean defined() {
        return reason.isEmpty();
    }

    /** Adds a term; the first reason stays. */
    Side plus(Side term, boolean negative) {
        BigDecimal sum = negative ? amount.subtract(term.amount) : amount.add(term.amount);
        String first = reason.isEmpty() ? term.reason : reason;
        return new Side(sum, first, Reason.join(note, term.note), basis.and(term.basis), terms);
    }

    Side because(String other) {
        return new Side(amount, other, note, basis, terms);
    }

    Side answering(List<Term> of, String label) {
        return new Side(amount, reason, Reason.join(note, label), basis, of);
    }
}
