package vn.nhip.connector.googleanalytics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;
import vn.nhip.testkit.Account;

/** Reads an account in the order of its slices and pages. */
record Reading(Account account) {

    Connector open() {
        ConnectorFactory factory = new GoogleAnalyticsConnectorFactory();
        return factory.open(Settings.of(factory.spec(), account.settings(), account.secrets()), account.context());
    }

    List<Page> pages(String stream, DayRange days) {
        List<Page> pages = new ArrayList<>();
        try (Connector connector = open()) {
            for (Slice slice : connector.slices(stream, days)) {
                Optional<Cursor> after = Optional.empty();
                do {
                    Page page = connector.read(new ReadRequest(stream, slice, after));
                    pages.add(page);
                    after = page.next();
                } while (after.isPresent());
            }
        }
        return pages;
    }

    <F extends Fact> List<F> facts(Class<F> kind, String stream, DayRange days) {
        return pages(stream, days).stream()
                .flatMap(page -> page.facts().stream())
                .map(Envelope::fact)
                .map(kind::cast)
                .toList();
    }
}
