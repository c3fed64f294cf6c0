package vn.nhip.connector.files;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;

/** Reads files as the engine does: every slice, page by page. */
final class Reader {

    static final DayRange ANY = DayRange.of(LocalDate.EPOCH);

    private final String path;
    private final String mapping;
    private final ConnectorContext context;

    Reader(Path path, Path mapping, String zone, String currency) {
        this(path, mapping.toString(), zone, currency);
    }

    Reader(Path path, String mapping, String zone, String currency) {
        this.path = path.toString();
        this.mapping = mapping;
        this.context = new ConnectorContext(
                Clock.fixed(java.time.Instant.EPOCH, ZoneOffset.UTC), ZoneId.of(zone), Currency.getInstance(currency));
    }

    static Path example(String name) {
        return Path.of(System.getProperty("nhip.root", "../.."), "config", "examples", name + ".facts.yaml");
    }

    static Path shared(String file) {
        return Path.of(System.getProperty("nhip.shared", "/nowhere")).resolve(file);
    }

    Connector connector() {
        FilesConnectorFactory factory = new FilesConnectorFactory();
        Settings settings = Settings.of(factory.spec(), Map.of("path", path, "mapping", mapping), Map.of());
        return factory.open(settings, context);
    }

    void pages(Consumer<Page> each) {
        try (Connector connector = connector()) {
            for (Slice slice : connector.slices("files", ANY)) {
                Optional<Cursor> next = Optional.empty();
                do {
                    Page page = connector.read(new ReadRequest("files", slice, next));
                    each.accept(page);
                    next = page.next();
                } while (next.isPresent());
            }
        }
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages(pages::add);
        return pages;
    }

    /** All of it, with the sum of the counts. */
    Everything read() {
        Everything all = new Everything();
        pages(all::add);
        return all;
    }

    static final class Everything {
        final List<Envelope> envelopes = new ArrayList<>();
        final List<Rejected> rejected = new ArrayList<>();
        long read;
        long filtered;
        long mapped;

        void add(Page page) {
            envelopes.addAll(page.facts());
            rejected.addAll(page.rejected());
            read += page.counts().read();
            filtered += page.counts().filtered();
            mapped += page.counts().mapped();
        }

        <F extends Fact> List<F> facts(Class<F> type) {
            return envelopes.stream()
                    .map(Envelope::fact)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }
}
