package vn.nhip.sandbox.files;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.connector.files.FilesConnectorFactory;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;

/** All facts of one account, read by the real connector through the mapping that lies beside the files. */
record Reading(List<Envelope> facts, List<Rejected> rejected, long filtered, int slices) {

    static Reading of(Path home, String account) {
        FilesConnectorFactory factory = new FilesConnectorFactory();
        Map<String, String> values = Map.of(
                "path", home.resolve("inbox/" + account).toString(),
                "mapping", home.resolve("mappings/" + account + ".facts.yaml").toString());
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        ConnectorContext context = new ConnectorContext(clock, SampleBusiness.ZONE, Currency.getInstance("VND"));
        try (Connector connector = factory.open(Settings.of(factory.spec(), values, Map.of()), context)) {
            return all(connector);
        } catch (Exception failed) {
            throw new IllegalStateException(account + ": " + failed.getMessage(), failed);
        }
    }

    private static Reading all(Connector connector) {
        List<Envelope> facts = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        long filtered = 0;
        DayRange days = new DayRange(LocalDate.EPOCH, LocalDate.EPOCH);
        List<Slice> slices = connector.slices(FilesConnectorFactory.STREAM, days);
        for (Slice slice : slices) {
            Optional<Cursor> after = Optional.empty();
            do {
                Page page = connector.read(new ReadRequest(FilesConnectorFactory.STREAM, slice, after));
                facts.addAll(page.facts());
                rejected.addAll(page.rejected());
                filtered += page.counts().filtered();
                after = page.next();
            } while (after.isPresent());
        }
        return new Reading(facts, rejected, filtered, slices.size());
    }

    <T> List<T> of(Class<T> kind) {
        return facts.stream()
                .map(Envelope::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
