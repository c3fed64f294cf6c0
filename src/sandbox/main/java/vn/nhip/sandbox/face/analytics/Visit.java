package vn.nhip.sandbox.face.analytics;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.nhip.sandbox.truth.VisitDay.Counts;
import vn.nhip.sandbox.truth.VisitDay.From;

/** What one day, or one part of it, adds to a report. */
record Visit(LocalDate day, From from, Counts counts, long transactions, BigDecimal revenue) {

    static final Counts NOBODY = new Counts(0, 0, 0, 0, 0);
    static final From ANYWHERE = new From("", "", "", "");

    static Visit of(LocalDate day, From from, Counts counts) {
        return new Visit(day, from, counts, 0, BigDecimal.ZERO);
    }

    /** The same as far as it is counted: so many of ten. */
    Visit partly(int ofTen) {
        Counts less = new Counts(
                counts.sessions() * ofTen / 10,
                counts.engaged() * ofTen / 10,
                counts.users() * ofTen / 10,
                counts.newUsers() * ofTen / 10,
                counts.keyEvents() * ofTen / 10);
        return new Visit(day, from, less, transactions, revenue);
    }
}
