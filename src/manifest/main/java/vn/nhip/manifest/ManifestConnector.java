package vn.nhip.manifest;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.nhip.manifest.component.Router;
import vn.nhip.manifest.component.Source;
import vn.nhip.manifest.component.Stream;
import vn.nhip.manifest.component.Stream.Position;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** One account of a source that a manifest describes. */
final class ManifestConnector implements Connector {

    private final Source source;
    private final SourceFacts facts;
    private final Account account;
    private final Sender sender;
    private final Asking asking;
    private final ZoneId zone;
    private final Map<String, Records> records = new HashMap<>();

    ManifestConnector(Source source, SourceFacts facts, Account account, Sender sender) {
        this.source = source;
        this.facts = facts;
        this.account = account;
        this.sender = sender;
        this.zone = account.context().zone();
        Credentials credentials = new Credentials(account, facts.auth().isPresent(), sender);
        this.asking = new Asking(credentials, sender, facts.limits(source, credentials.settings()), facts.lenient());
    }

    @Override
    public void check() {
        Stream stream = Objects.requireNonNull(source.streams().get(source.checked()), "the loader has looked");
        for (Optional<Stream> parent = parent(stream); parent.isPresent(); parent = parent(stream)) {
            stream = parent.get();
        }
        LocalDate today = account.context().clock().instant().atZone(zone).toLocalDate();
        Map<String, Object> interval = stream.cursor()
                .map(cursor -> cursor.interval(DayRange.of(today), zone))
                .orElse(Map.of());
        Map<String, Object> part = Combinations.of(stream, asking.scope()).values().stream()
                .findFirst()
                .orElse(Map.of());
        Position position = new Position(part, interval, stream.paginator().first());
        if (stream.variants().job().isPresent()) {
            asking.other(stream, stream.variants().job().get().creation(), position, Asking.Extra.NONE);
        } else {
            asking.page(stream, position, Asking.Extra.NONE);
        }
    }

    private static Optional<Stream> parent(Stream stream) {
        return stream.routers().stream()
                .map(router -> router instanceof Router.Grouped grouped ? grouped.inner() : router)
                .filter(Router.Parents.class::isInstance)
                .map(router -> ((Router.Parents) router).parent())
                .findFirst();
    }

    @Override
    public List<Slice> slices(String name, DayRange days) {
        Stream stream = stream(name);
        boolean full = stream.variants()
                .whole()
                .filter(whole -> days.first().isBefore(kept(whole)))
                .isPresent();
        Stream read = full ? stream.variants().whole().orElseThrow().stream() : stream;
        List<Slice> slices = new ArrayList<>();
        if (read.cursor().isPresent()) {
            for (DayRange window : read.cursor().get().windows(days, asking.scope())) {
                slices.add(
                        reading(name).by() == SourceFacts.By.CHANGE && !full
                                ? Changes.slice(window)
                                : new Slice(
                                        Cut.days(Slice.days(window).name(), full),
                                        Optional.empty(),
                                        Optional.of(window),
                                        false));
            }
            return slices;
        }
        Blocks blocks = new Blocks(read, asking, reading(name).total());
        Combinations.of(read, asking.scope()).forEach((value, part) -> blocks.of(part)
                .forEach(pages -> slices.add(
                        new Slice(new Cut(value, full, pages).name(), Optional.empty(), Optional.empty(), false))));
        return slices;
    }

    private LocalDate kept(Stream.Whole whole) {
        return account.context()
                .clock()
                .instant()
                .atZone(zone)
                .minus(whole.kept())
                .toLocalDate();
    }

    @Override
    public Page read(ReadRequest request) {
        Reader.Step step = step(request);
        Records mapping =
                records.computeIfAbsent(request.stream(), name -> new Records(reading(name), account.context()));
        Records.Made made = mapping.made(step.wanted(), step.unwanted());
        return new Page(
                made.facts(),
                made.removed(),
                made.rejected(),
                made.counts(),
                step.raw(),
                step.next().map(Progress::cursor),
                step.readyIn(),
                step.notes());
    }

    /** The records of a page before they are mapped. */
    Reader.Step step(ReadRequest request) {
        Stream named = stream(request.stream());
        boolean full = Cut.of(request.slice(), named).full();
        Stream stream = full ? named.variants().whole().orElseThrow().stream() : named;
        Slice slice = Changes.dated(bare(request.slice(), full));
        Course course = new Course(reading(request.stream()).whole().count());
        return new Reader(stream, slice, asking, zone, course).read(request.after());
    }

    /** The slice as the stream behind it knows it. */
    private static Slice bare(Slice slice, boolean full) {
        return full
                ? new Slice(
                        slice.name().substring(Cut.days("", true).length()), slice.fingerprint(), slice.days(), false)
                : slice;
    }

    private SourceFacts.Reading reading(String name) {
        return Optional.ofNullable(facts.streams().get(name))
                .orElseThrow(() -> ConnectorException.settings("the connector has no stream '" + name + "'"));
    }

    private Stream stream(String name) {
        Stream stream = Objects.requireNonNull(source.streams().get(reading(name).stream()), "the loader has looked");
        if (stream.variants()
                .condition()
                .filter(condition -> !condition.truth(asking.scope()))
                .isPresent()) {
            throw ConnectorException.settings("the settings of this account leave the stream '" + name + "' out");
        }
        return stream;
    }

    @Override
    public void close() {
        sender.close();
    }
}
