package vn.nhip.manifest;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.Access;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Site;
import vn.nhip.spi.Slice;
import vn.nhip.testkit.FakeSource;
import vn.nhip.testkit.GivenAccess;

/** A manifest folder of the project before a source on loopback. */
final class Desk {

    static final DayRange JANUARY = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 14));

    private Desk() {}

    static Path folder(String id) {
        return Path.of(System.getProperty("nhip.root"), "connectors", id);
    }

    static Connector open(Path folder, FakeSource source, String token) {
        return open(folder, source, GivenAccess.of(token), Map.of());
    }

    static Connector open(Path folder, FakeSource source, Access access, Map<String, String> settings) {
        ManifestFactory factory = ManifestFactory.load(folder);
        Clock clock = Clock.fixed(Instant.parse("2026-01-15T01:00:00Z"), ZoneOffset.UTC);
        ConnectorContext context = new ConnectorContext(
                clock,
                ZoneId.of("Asia/Ho_Chi_Minh"),
                Currency.getInstance("VND"),
                access,
                new Site(Optional.of(source.url()), Optional.empty()));
        return factory.open(Settings.of(factory.spec(), settings, Map.of()), context);
    }

    /** All pages of all slices. */
    static List<Page> readAll(Connector connector, String stream) {
        List<Page> pages = new ArrayList<>();
        for (Slice slice : connector.slices(stream, JANUARY)) {
            Optional<Cursor> after = Optional.empty();
            do {
                Page page = connector.read(new ReadRequest(stream, slice, after));
                pages.add(page);
                after = page.next();
            } while (after.isPresent());
        }
        return pages;
    }
}
