package vn.nhip.kit.report;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Scope;

/** Days on which an account had nothing: sources write no row for them, and only who read the whole report knows. */
public final class SilentDays {

    private SilentDays() {}

    /** A total of nothing for each of these days that the account's own figures, read whole, do not have. */
    public static List<Envelope> facts(DayRange days, Set<String> spoken, String attribution, Currency currency) {
        AdTally nothing = AdTally.NOTHING;
        return all(days)
                .filter(day -> !spoken.contains(day.toString()))
                .map(day -> Envelope.silence(new AdDay(
                        day,
                        Scope.TOTAL,
                        AdDay.Campaign.ALL,
                        attribution,
                        nothing.impressions(),
                        nothing.clicks(),
                        nothing.costIn(currency),
                        nothing.conversionsIn(currency))))
                .toList();
    }

    /** Lets none of these days count as silent, since a row of the report could not be read. */
    public static SortedMap<String, AdTally> none(DayRange days, SortedMap<String, AdTally> rest) {
        SortedMap<String, AdTally> spoken = new TreeMap<>(rest);
        all(days).forEach(day -> spoken.putIfAbsent(day.toString(), AdTally.NOTHING));
        return spoken;
    }

    private static Stream<LocalDate> all(DayRange days) {
        return days.first().datesUntil(days.last().plusDays(1));
    }
}
