package vn.nhip.connector.googleads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;
import vn.nhip.testkit.Account;

/** Reads an account in the order of its slices and pages. */
record Reading(Account account) {

    Connector open() {
        GoogleAdsConnectorFactory factory = new GoogleAdsConnectorFactory();
        return factory.open(Settings.of(factory.spec(), account.settings(), account.secrets()), account.context());
    }

    static ReadRequest request(DayRange days, Optional<Cursor> after) {
        return new ReadRequest(GoogleAdsConnectorFactory.AD_DAYS, Slice.days(days), after);
    }

    List<Page> pages(DayRange days) {
        List<Page> pages = new ArrayList<>();
        try (Connector connector = open()) {
            for (Slice slice : connector.slices(GoogleAdsConnectorFactory.AD_DAYS, days)) {
                Optional<Cursor> after = Optional.empty();
                do {
                    Page page = connector.read(request(slice.days().orElseThrow(), after));
                    pages.add(page);
                    after = page.next();
                } while (after.isPresent());
            }
        }
        return pages;
    }

    List<AdDay> facts(DayRange days) {
        return byKey(pages(days)).values().stream().map(AdDay.class::cast).toList();
    }

    /** The facts by key, the later one of two with the same key. */
    static Map<String, Fact> byKey(List<Page> pages) {
        Map<String, Fact> facts = new TreeMap<>();
        pages.forEach(page ->
                page.facts().forEach(envelope -> facts.put(envelope.fact().key(), envelope.fact())));
        return facts;
    }

    static List<String> drift(List<Page> pages) {
        return pages.stream().flatMap(page -> page.notes().drift().stream()).toList();
    }
}
