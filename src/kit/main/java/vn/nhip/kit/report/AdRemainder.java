package vn.nhip.kit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Scope;

/** What the account has more than its campaigns, day by day: shown as a campaign of its own, so that parts make the total. */
public final class AdRemainder {

    private static final AdDay.Campaign UNALLOCATED = new AdDay.Campaign("unallocated", "unallocated");

    private AdRemainder() {}

    /** The figures left after these facts: totals are added, campaigns taken away. */
    public static SortedMap<String, AdTally> after(SortedMap<String, AdTally> rest, List<Envelope> facts) {
        SortedMap<String, AdTally> left = new TreeMap<>(rest);
        for (Envelope envelope : facts) {
            if (envelope.fact() instanceof AdDay row) {
                AdTally was = left.getOrDefault(row.day().toString(), AdTally.NOTHING);
                AdTally now = row.scope() == Scope.TOTAL ? was.plus(AdTally.of(row)) : was.minus(AdTally.of(row));
                left.put(row.day().toString(), now);
            }
        }
        return left;
    }

    /** The days on which something is left. */
    public static List<Envelope> facts(SortedMap<String, AdTally> rest, String attribution, Currency currency) {
        List<Envelope> facts = new ArrayList<>();
        rest.forEach((day, left) -> {
            if (!left.nothing()) {
                facts.add(new Envelope(
                        new AdDay(
                                LocalDate.parse(day),
                                Scope.BREAKDOWN,
                                UNALLOCATED,
                                attribution,
                                left.impressions(),
                                left.clicks(),
                                left.costIn(currency),
                                left.conversionsIn(currency)),
                        0,
                        "total less campaigns of " + day));
            }
        });
        return facts;
    }
}
