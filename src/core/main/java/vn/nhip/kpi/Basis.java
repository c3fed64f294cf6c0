package vn.nhip.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a value rests on: how far its sources are complete, how long they restate, whether the period begins before them.
 *
 * <p>An absent day means that one source is not complete at all.
 */
record Basis(Optional<LocalDate> completeThrough, int restatedDays, boolean begunBefore, boolean daysMissing) {

    /** Rests on nothing that could be incomplete. */
    static final Basis ANY = new Basis(Optional.of(LocalDate.MAX), 0, false, false);

    Basis and(Basis other) {
        Optional<LocalDate> both = completeThrough.flatMap(
                day -> other.completeThrough.map(theirs -> theirs.isBefore(day) ? theirs : day));
        return new Basis(
                both,
                Math.max(restatedDays, other.restatedDays),
                begunBefore || other.begunBefore,
                daysMissing || other.daysMissing);
    }

    static Basis all(List<Basis> parts) {
        List<Basis> rest = new ArrayList<>(parts);
        rest.add(ANY);
        return rest.stream().reduce(ANY, Basis::and);
    }

    Basis withDaysMissing() {
        return new Basis(completeThrough, restatedDays, begunBefore, true);
    }

    /** The period is not over, not read whole, or only partly covered. */
    boolean partial(Span span, LocalDate today) {
        boolean whole = completeThrough.filter(day -> !day.isBefore(span.end())).isPresent();
        return !whole || begunBefore || daysMissing || !span.end().isBefore(today);
    }

    boolean settled(Span span, LocalDate today) {
        return !partial(span, today)
                && completeThrough
                        .filter(day -> day.equals(LocalDate.MAX)
                                || !day.minusDays(restatedDays).isBefore(span.end()))
                        .isPresent();
    }

    /** How far the period itself is complete. */
    Optional<LocalDate> shown(Span span) {
        return completeThrough.map(day -> day.isAfter(span.end()) ? span.end() : day);
    }
}
