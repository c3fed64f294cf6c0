package vn.nhip.sandbox.truth;

import java.time.LocalDate;
import java.util.List;

/**
 * Web visits of one day: the whole, and its parts by where they came from.
 *
 * <p>Shape: sessions, engaged sessions and key events of the parts, the {@code (other)} part among them, add up to the
 * whole; users do not, as one user may come twice.
 */
public record VisitDay(LocalDate day, Counts whole, List<Part> parts) {

    public record Counts(long sessions, long engaged, long users, long newUsers, long keyEvents) {}

    public record From(String channel, String source, String medium, String campaign) {
        public static final From OTHER = new From("Unassigned", "(other)", "(other)", "(other)");
    }

    public record Part(From from, Counts counts) {}

    public VisitDay {
        parts = List.copyOf(parts);
    }
}
