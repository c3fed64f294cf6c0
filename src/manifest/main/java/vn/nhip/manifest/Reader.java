package vn.nhip.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.Progress.Since;
import vn.nhip.manifest.component.DatetimeCursor;
import vn.nhip.manifest.component.Found;
import vn.nhip.manifest.component.PageReset;
import vn.nhip.manifest.component.Router;
import vn.nhip.manifest.component.Stream;
import vn.nhip.manifest.component.Stream.Position;
import vn.nhip.manifest.component.Verdict;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.Slice;
import vn.nhip.spi.SourceNotes;

/** Reads the pages of one slice: of parents, of a report that is being made, of the stream itself. */
final class Reader {

    /** Beginning anew more often than this in one part helps nobody. */
    private static final int MOST_RESETS = 1_000;

    private final Stream stream;
    private final Slice slice;
    private final Asking asking;
    private final ZoneId zone;
    private final Course course;
    private final Cut cut;
    private final Scope scope;

    Reader(Stream stream, Slice slice, Asking asking, ZoneId zone, Course course) {
        this.stream = stream;
        this.slice = slice;
        this.asking = asking;
        this.zone = zone;
        this.course = course;
        this.cut = Cut.of(slice, stream);
        this.scope = asking.scope();
    }

    /** What one request brought; {@code facts} when its records are the stream's own. */
    record Step(
            List<Found> wanted,
            int unwanted,
            RawBody raw,
            Optional<Progress> next,
            Optional<Duration> readyIn,
            SourceNotes notes) {

        static Step without(RawBody raw, Optional<Progress> next, SourceNotes notes) {
            return new Step(List.of(), 0, raw, next, Optional.empty(), notes);
        }
    }

    Step read(Optional<Cursor> after) {
        Walk walk = new Walk(stream, slice.days(), scope, zone);
        Optional<Progress> at = after.map(Progress::of).or(() -> walk.begin().map(this::atBlock));
        if (at.isEmpty()) {
            RawBody nothing = new RawBody("no request: there are no parts to read", "text/plain", new byte[0]);
            return Step.without(nothing, Optional.empty(), SourceNotes.NONE);
        }
        Progress now = at.get();
        return walk.asks(now).map(stage -> parents(walk, stage, now)).orElseGet(() -> own(walk, now));
    }

    private Progress atBlock(Progress begun) {
        return cut.pages()
                .map(pages -> Progress.at(begun.frames(), stream.paginator().page(pages.first(), scope)))
                .orElse(begun);
    }

    /** A page of parents gives no facts; it says which parts there are to read. */
    private Step parents(Walk walk, Stage stage, Progress at) {
        Position position = walk.parents(stage, at);
        Router.Parents parents = stage.parents();
        Asking.Paged page = asking.page(parents.parent(), position, Asking.Extra.NONE);
        Optional<Progress> next =
                walk.after(stage, at, parents.parts(page.wanted(), position.partition()), page.next());
        return Step.without(page.raw(), next, page.replied().notes());
    }

    private Step own(Walk walk, Progress at) {
        Map<String, Object> part =
                new LinkedHashMap<>(Combinations.of(stream, scope).getOrDefault(cut.value(), Map.of()));
        part.putAll(walk.leaf(at));
        Position position = new Position(part, interval(at), at.token());
        if (stream.variants().job().isPresent()) {
            return new Report(stream, asking, walk).step(at, position);
        }
        Asking.Paged page = asking.page(stream, position, Asking.Extra.NONE);
        List<Found> chosen = chosen(page.wanted());
        Trail come = course.come(at.since().trail(), page);
        if (cut.pages().isEmpty() && page.next().isEmpty() && course.isShort(come, page)) {
            return again(at, come, page);
        }
        return new Step(
                chosen,
                page.all() - chosen.size(),
                page.raw(),
                next(walk, new Progress(at.frames(), at.token(), at.since().with(come), at.job()), page),
                Optional.empty(),
                page.replied().notes());
    }

    /** The part from its first page; what the last page brought comes again. */
    private Step again(Progress at, Trail come, Asking.Paged page) {
        Since fresh = Since.START.with(course.again(come));
        return new Step(
                List.of(),
                0,
                page.raw(),
                Optional.of(new Progress(at.frames(), stream.paginator().first(), fresh, Optional.empty())),
                course.pause(come),
                page.replied().notes());
    }

    private Map<String, Object> interval(Progress at) {
        if (stream.cursor().isEmpty() || slice.days().isEmpty()) {
            return Map.of();
        }
        DatetimeCursor cursor = stream.cursor().get();
        DayRange days = slice.days().get();
        return at.since()
                .from()
                .map(from -> cursor.interval(days, zone, ZonedDateTime.parse(from)))
                .orElseGet(() -> cursor.interval(days, zone));
    }

    /** Where the source gives all days, those that were asked for; a record that does not say its time is kept. */
    private List<Found> chosen(List<Found> wanted) {
        Optional<DatetimeCursor> cursor = stream.cursor().filter(DatetimeCursor::choosesHere);
        if (cursor.isEmpty() || slice.days().isEmpty()) {
            return wanted;
        }
        DayRange days = slice.days().get();
        return wanted.stream()
                .filter(found -> cursor.get()
                        .moment(found.given(), scope)
                        .map(moment ->
                                days.contains(moment.withZoneSameInstant(zone).toLocalDate()))
                        .orElse(true))
                .toList();
    }

    private Optional<Progress> next(Walk walk, Progress at, Asking.Paged page) {
        Since seen = seen(at.since(), page.listed());
        boolean full = stream.paging()
                .reset()
                .filter(reset -> reset.records().isPresent()
                        && seen.records() >= reset.records().getAsInt())
                .isPresent();
        if (page.replied().verdict().kind() == Verdict.Kind.RESET
                || (full && page.next().isPresent())) {
            return Optional.of(anew(at, seen));
        }
        Optional<Object> token = page.next().filter(next -> !beyond(next) && !older(page.listed()));
        if (token.isEmpty()) {
            return walk.afterLeaf(at);
        }
        return Optional.of(new Progress(at.frames(), token, seen, Optional.empty()));
    }

    /** How far the records have come, where pages may have to be begun anew from there. */
    private Since seen(Since before, List<JsonNode> all) {
        if (stream.paging().reset().isEmpty()) {
            return before;
        }
        Optional<String> last = all.isEmpty()
                ? Optional.empty()
                : stream.cursor()
                        .flatMap(cursor -> cursor.moment(all.get(all.size() - 1), scope))
                        .map(ZonedDateTime::toString);
        return new Since(
                before.from(), last.or(before::last), before.records() + all.size(), before.resets(), before.trail());
    }

    private Progress anew(Progress at, Since seen) {
        boolean split =
                stream.paging().reset().filter(PageReset::fromLastRecord).isPresent();
        Optional<String> from = split ? seen.last() : seen.from();
        if (split && (from.isEmpty() || from.equals(seen.from()))) {
            throw ConnectorException.data("the source pages no further, and the records since then all have one time"
                    + from.map(time -> ", " + time).orElse("") + ": the stream must be cut in another way");
        }
        if (seen.resets() >= MOST_RESETS || (!split && seen.resets() > 0 && seen.records() == 0)) {
            throw ConnectorException.data("the source has the pages begun anew again and again");
        }
        Since since = new Since(from, Optional.empty(), 0, seen.resets() + 1, Trail.START);
        return new Progress(at.frames(), stream.paginator().first(), since, Optional.empty());
    }

    /** Whether the next page is another slice's. */
    private boolean beyond(Object next) {
        return cut.pages()
                .flatMap(Cut.Pages::last)
                .flatMap(last -> stream.paginator().page(last + 1, scope))
                .filter(end -> next instanceof BigDecimal token && token.compareTo((BigDecimal) end) >= 0)
                .isPresent();
    }

    /** Whether a feed that goes back in time has left the days. */
    private boolean older(List<JsonNode> all) {
        if (all.isEmpty() || slice.days().isEmpty()) {
            return false;
        }
        DayRange days = slice.days().get();
        return stream.cursor()
                .filter(DatetimeCursor::isFeed)
                .flatMap(cursor -> cursor.moment(all.get(all.size() - 1), scope))
                .filter(moment -> moment.withZoneSameInstant(zone).toLocalDate().isBefore(days.first()))
                .isPresent();
    }
}
