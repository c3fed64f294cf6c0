package vn.nhip.sync;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.nhip.spi.ApiVersion;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;
import vn.nhip.spi.SourceNotes;
import vn.nhip.spi.StreamSpec;

/** A report source in memory: facts by day, a slice per stretch of days, a page per day; its mood decides what goes wrong. */
public final class MadeUpReports implements ConnectorFactory {

    /** What the source says of a day. */
    public interface World {
        List<Fact> facts(LocalDate day, ConnectorContext context);
    }

    /** What the source does instead of answering, or before it: throws, waits, answers that it is not ready. */
    public interface Mood {
        Optional<Page> instead(ReadRequest request, ConnectorContext context);
    }

    private final String id;
    private final World world;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private Mood mood = (request, context) -> Optional.empty();
    private SourceNotes notes = SourceNotes.NONE;
    private StreamSpec stream = new StreamSpec("days", Set.of(FactKind.values()), 28, StreamSpec.PageOrder.CURSOR, 1);
    private Function<LocalDate, Optional<Fact>> silence = day -> Optional.empty();
    private List<ApiVersion> versions = List.of();
    private int daysPerSlice = 7;
    private int daysPerPage = 7;

    public MadeUpReports(String id, World world) {
        this.id = id;
        this.world = world;
    }

    public MadeUpReports mood(Mood newMood) {
        this.mood = newMood;
        return this;
    }

    public MadeUpReports notes(SourceNotes newNotes) {
        this.notes = newNotes;
        return this;
    }

    /** What a day without facts says by having none. */
    public MadeUpReports silence(Function<LocalDate, Optional<Fact>> meaning) {
        this.silence = meaning;
        return this;
    }

    public MadeUpReports restating(int days, int sideBySide) {
        this.stream = new StreamSpec("days", Set.of(FactKind.values()), days, StreamSpec.PageOrder.CURSOR, sideBySide);
        return this;
    }

    /** The version of its interface that is used is served through this day. */
    public MadeUpReports servedThrough(LocalDate lastDay) {
        this.versions = List.of(new ApiVersion("v9", Optional.of(lastDay)));
        return this;
    }

    public MadeUpReports sliced(int perSlice, int perPage) {
        this.daysPerSlice = perSlice;
        this.daysPerPage = perPage;
        return this;
    }

    /** Every request so far, as slice and cursor. */
    public List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    public void forget() {
        requests.clear();
    }

    @Override
    public ConnectorSpec spec() {
        return new ConnectorSpec(id, id, List.of(), List.of(stream), List.of(), Optional.empty(), versions);
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return new Open(context);
    }

    /** A page that says: ask again later, with this cursor. */
    public static Page notReady(Cursor cursor, Duration in) {
        return new Page(
                List.of(),
                List.of(),
                List.of(),
                new Page.Counts(0, 0, 0),
                new RawBody("status", "text/plain", new byte[0]),
                Optional.of(cursor),
                Optional.of(in));
    }

    private final class Open implements Connector {

        private final ConnectorContext context;

        private Open(ConnectorContext context) {
            this.context = context;
        }

        @Override
        public void check() {}

        @Override
        public List<Slice> slices(String name, DayRange days) {
            List<Slice> slices = new ArrayList<>();
            for (LocalDate last = days.last(); !last.isBefore(days.first()); last = last.minusDays(daysPerSlice)) {
                LocalDate first = last.minusDays(daysPerSlice - 1L);
                slices.add(Slice.days(new DayRange(first.isBefore(days.first()) ? days.first() : first, last)));
            }
            return slices;
        }

        @Override
        public Page read(ReadRequest request) {
            requests.add(request.slice().name()
                    + request.after().map(after -> " " + after.value()).orElse(""));
            Optional<Page> other = mood.instead(request, context);
            return other.orElseGet(() -> page(request));
        }

        private Page page(ReadRequest request) {
            DayRange days = request.slice().days().orElseThrow();
            LocalDate from = request.after()
                    .map(Cursor::value)
                    .filter(text -> text.length() == 10)
                    .map(LocalDate::parse)
                    .orElse(days.first());
            LocalDate next = from.plusDays(daysPerPage);
            List<Envelope> facts = new ArrayList<>();
            for (LocalDate day = from; day.isBefore(next) && !day.isAfter(days.last()); day = day.plusDays(1)) {
                String at = day.toString();
                List<Fact> given = world.facts(day, context);
                given.forEach(fact -> facts.add(new Envelope(fact, 0, at)));
                if (given.isEmpty()) {
                    silence.apply(day).map(Envelope::silence).ifPresent(facts::add);
                }
            }
            long records = facts.stream().filter(fact -> !fact.silent()).count();
            byte[] raw = (from + "").getBytes(StandardCharsets.UTF_8);
            return new Page(
                    facts,
                    List.of(),
                    List.of(),
                    new Page.Counts(records, 0, records),
                    new RawBody("days from " + from, "text/plain", raw),
                    next.isAfter(days.last()) ? Optional.empty() : Optional.of(new Cursor(next.toString())),
                    Optional.empty(),
                    notes);
        }
    }
}
