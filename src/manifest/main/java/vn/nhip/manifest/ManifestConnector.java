package vn.nhip.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.component.Found;
import vn.nhip.manifest.component.Partitions;
import vn.nhip.manifest.component.Source;
import vn.nhip.manifest.component.Stream;
import vn.nhip.manifest.component.Stream.Position;
import vn.nhip.manifest.component.Verdict;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** One account of a source that a manifest describes. */
final class ManifestConnector implements Connector {

    private static final String WHOLE = "all";
    private static final String BETWEEN = " ";

    private final Source source;
    private final SourceFacts facts;
    private final Account account;
    private final Sender sender;
    private final Credentials credentials;
    private final Map<String, Records> records = new HashMap<>();

    ManifestConnector(Source source, SourceFacts facts, Account account, Sender sender) {
        this.source = source;
        this.facts = facts;
        this.account = account;
        this.sender = sender;
        this.credentials = new Credentials(account, facts.auth().isPresent(), sender);
    }

    @Override
    public void check() {
        Stream stream = Objects.requireNonNull(source.streams().get(source.checked()), "the loader has looked");
        while (stream.partitions().orElse(null) instanceof Partitions.Parents parents) {
            stream = parents.parent();
        }
        Map<String, Object> partition = stream.partitions().orElse(null) instanceof Partitions.Listed listed
                ? Map.of(listed.field(), listed.values().get(0))
                : Map.of();
        DayRange today = DayRange.of(account.context()
                .clock()
                .instant()
                .atZone(account.context().zone())
                .toLocalDate());
        asked(
                stream,
                new Position(
                        partition,
                        interval(stream, Optional.of(today)),
                        stream.paginator().first()));
    }

    @Override
    public List<Slice> slices(String name, DayRange days) {
        Stream stream = stream(name);
        List<DayRange> windows =
                stream.cursor().map(cursor -> cursor.windows(days)).orElse(List.of());
        List<Slice> slices = new ArrayList<>();
        for (String value : listed(stream)) {
            if (windows.isEmpty()) {
                slices.add(new Slice(value.isEmpty() ? WHOLE : value, Optional.empty(), Optional.empty(), false));
            }
            windows.forEach(window -> slices.add(slice(value, window)));
        }
        return slices;
    }

    private static Slice slice(String value, DayRange window) {
        Slice days = Slice.days(window);
        return value.isEmpty() ? days : new Slice(value + BETWEEN + days.name(), Optional.empty(), days.days(), false);
    }

    private static List<String> listed(Stream stream) {
        return stream.partitions().orElse(null) instanceof Partitions.Listed listed ? listed.values() : List.of("");
    }

    @Override
    public Page read(ReadRequest request) {
        Stream stream = stream(request.stream());
        Progress progress = request.after()
                .map(Progress::of)
                .orElseGet(() -> Progress.at(stream.paginator().first()));
        if (stream.partitions().orElse(null) instanceof Partitions.Parents parents) {
            return progress.parents().isEmpty()
                    ? parents(request, parents, progress)
                    : child(request, stream, parents, progress);
        }
        Position position = new Position(
                partition(stream, request.slice()),
                interval(stream, request.slice().days()),
                progress.token());
        Asked asked = asked(stream, position);
        return page(request, asked, asked.next().map(token -> Progress.at(Optional.of(token))));
    }

    /** A page of parents gives no facts; it says which parts there are to read. */
    private Page parents(ReadRequest request, Partitions.Parents parents, Progress progress) {
        Stream stream = parents.parent();
        if (stream.partitions().isPresent()) {
            throw ConnectorException.data("a parent stream that is cut into parts itself is not supported");
        }
        Optional<Object> token = request.after().isPresent()
                ? progress.parentToken()
                : stream.paginator().first();
        Asked asked = asked(
                stream, new Position(Map.of(), interval(stream, request.slice().days()), token));
        List<Object> keys = new ArrayList<>();
        asked.wanted()
                .forEach(record -> keys.add(record.record().path(parents.key()).asText()));
        boolean done = asked.next().isEmpty();
        Progress next = new Progress(stream(request.stream()).paginator().first(), keys, asked.next(), done);
        boolean more = !keys.isEmpty() || !done;
        return new Page(
                List.of(),
                List.of(),
                List.of(),
                new Page.Counts(0, 0, 0),
                asked.raw(),
                more ? Optional.of(next.cursor()) : Optional.empty(),
                Optional.empty());
    }

    private Page child(ReadRequest request, Stream stream, Partitions.Parents parents, Progress progress) {
        Map<String, Object> partition =
                Map.of(parents.field(), progress.parents().get(0));
        Asked asked = asked(
                stream, new Position(partition, interval(stream, request.slice().days()), progress.token()));
        if (asked.next().isPresent()) {
            return page(
                    request,
                    asked,
                    Optional.of(new Progress(
                            asked.next(), progress.parents(), progress.parentToken(), progress.parentsDone())));
        }
        List<Object> left = progress.parents().subList(1, progress.parents().size());
        boolean end = left.isEmpty() && progress.parentsDone();
        return page(
                request,
                asked,
                end
                        ? Optional.empty()
                        : Optional.of(new Progress(
                                stream.paginator().first(), left, progress.parentToken(), progress.parentsDone())));
    }

    private Page page(ReadRequest request, Asked asked, Optional<Progress> next) {
        Records mapping =
                records.computeIfAbsent(request.stream(), name -> new Records(reading(name), account.context()));
        Records.Made made = mapping.made(asked.wanted(), asked.unwanted());
        return new Page(
                made.facts(),
                List.of(),
                made.rejected(),
                made.counts(),
                asked.raw(),
                next.map(Progress::cursor),
                Optional.empty());
    }

    /** What one request brought. */
    private record Asked(List<Found> wanted, int unwanted, Optional<Object> next, RawBody raw) {}

    private Asked asked(Stream stream, Position position) {
        Credentials.Handed tokens = credentials.hand();
        Scope scope = tokens.scope();
        HttpReply reply = sender.send(stream.requester().method(), stream.request(scope, position, tokens));
        RawBody raw = new RawBody(reply.call().name(), stream.decoder().mediaType(), reply.body());
        Scope seen = Stream.seen(scope, position);
        Verdict verdict = stream.requester().errors().judge(reply, seen);
        verdict.failure().ifPresent(failure -> {
            throw tokens.masked(verdict.tokenRefused() ? tokens.refused(failure) : failure);
        });
        if (verdict.kind() != Verdict.Kind.RECORDS) {
            return new Asked(List.of(), 0, Optional.empty(), raw);
        }
        List<JsonNode> documents = stream.decoder().documents(reply);
        List<JsonNode> all = new ArrayList<>();
        documents.forEach(document -> all.addAll(stream.selector().records(document, seen)));
        List<Found> wanted = stream.selector().wanted(all, seen);
        JsonNode body = documents.isEmpty() ? MissingNode.getInstance() : documents.get(0);
        Optional<Object> next = stream.paginator().after(reply, body, all, position.token(), seen);
        if (next.isPresent() && next.equals(position.token())) {
            throw ConnectorException.data(reply.call() + " gave the same page token again: reading on would never end");
        }
        return new Asked(wanted, all.size() - wanted.size(), next, raw);
    }

    private Map<String, Object> partition(Stream stream, Slice slice) {
        if (!(stream.partitions().orElse(null) instanceof Partitions.Listed listed)) {
            return Map.of();
        }
        String suffix =
                slice.days().map(days -> BETWEEN + Slice.days(days).name()).orElse("");
        return Map.of(listed.field(), slice.name().substring(0, slice.name().length() - suffix.length()));
    }

    private Map<String, Object> interval(Stream stream, Optional<DayRange> days) {
        return stream.cursor()
                .flatMap(cursor -> days.map(
                        range -> cursor.interval(range, account.context().zone())))
                .orElse(Map.of());
    }

    private SourceFacts.Reading reading(String name) {
        return Optional.ofNullable(facts.streams().get(name))
                .orElseThrow(() -> ConnectorException.settings("the connector has no stream '" + name + "'"));
    }

    private Stream stream(String name) {
        return Objects.requireNonNull(source.streams().get(reading(name).stream()), "the loader has looked");
    }

    @Override
    public void close() {
        sender.close();
    }
}
