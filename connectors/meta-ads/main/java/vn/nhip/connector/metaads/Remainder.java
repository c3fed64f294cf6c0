package vn.nhip.connector.metaads;

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
final class Remainder {

    private static final AdDay.Campaign UNALLOCATED = new AdDay.Campaign("unallocated", "unallocated");

    private Remainder() {}

    /** The figures left after these facts: totals are added, campaigns taken away. */
    static SortedMap<String, Tally> after(SortedMap<String, Tally> rest, List<Envelope> facts) {
        SortedMap<String, Tally> left = new TreeMap<>(rest);
        for (Envelope envelope : facts) {
            if (envelope.fact() instanceof AdDay row) {
                Tally was = left.getOrDefault(row.day().toString(), Tally.NOTHING);
                Tally now = row.scope() == Scope.TOTAL ? was.plus(Tally.of(row)) : was.minus(Tally.of(row));
                left.put(row.day().toString(), now);
            }
        }
        return left;
    }

    /** The days on which something is left. */
    static List<Envelope> facts(SortedMap<String, Tally> rest, MetaAccount account, Currency currency) {
        List<Envelope> facts = new ArrayList<>();
        rest.forEach((day, left) -> {
            if (!left.nothing()) {
                facts.add(new Envelope(
                        new AdDay(
                                LocalDate.parse(day),
                                Scope.BREAKDOWN,
                                UNALLOCATED,
                                account.attribution().text(),
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
