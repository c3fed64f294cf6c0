package vn.nhip.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.component.Found;
import vn.nhip.manifest.component.Quota;
import vn.nhip.manifest.component.RequestParts;
import vn.nhip.manifest.component.Requester;
import vn.nhip.manifest.component.Stream;
import vn.nhip.manifest.component.Stream.Position;
import vn.nhip.manifest.component.Verdict;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.QuotaLevel;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.SourceNotes;

/** Makes one request of a stream and says what came of it. */
final class Asking {

    private final Credentials credentials;
    private final Sender sender;
    private final Limits limits;
    private final Set<String> lenient;

    /** {@code lenient} are the streams whose replies may lack the list of records. */
    Asking(Credentials credentials, Sender sender, Limits limits, Set<String> lenient) {
        this.credentials = credentials;
        this.sender = sender;
        this.limits = limits;
        this.lenient = lenient;
    }

    /** The quotas that replies tell of, and whose they are. */
    record Limits(String owner, List<Quota> quotas) {}

    /** What one request brought: its reply, judged, and what expressions see of it. */
    record Replied(HttpReply reply, Verdict verdict, Scope seen, SourceNotes notes) {

        boolean hasRecords() {
            return verdict.kind() == Verdict.Kind.RECORDS;
        }

        RawBody raw(String mediaType) {
            return new RawBody(reply.call().name(), mediaType, reply.body());
        }
    }

    /**
     * The records of a page as the source lists them, how many there are of them taken apart, those that are wanted, and
     * the token of the page after it.
     */
    record Paged(
            Replied replied,
            List<JsonNode> listed,
            int all,
            List<Found> wanted,
            Optional<Object> next,
            JsonNode body,
            RawBody raw) {}

    /** The variables of expressions outside any request: the settings, without the connection's token. */
    Scope scope() {
        return credentials.settings();
    }

    /** A page of the stream; {@code extra} is what expressions see beside the usual. */
    Paged page(Stream stream, Position position, Extra extra) {
        Replied replied =
                sent(stream.requester(), position, extra, (scope, tokens) -> stream.request(scope, position, tokens));
        RawBody raw = replied.raw(stream.decoder().mediaType());
        if (!replied.hasRecords()) {
            return new Paged(replied, List.of(), 0, List.of(), Optional.empty(), MissingNode.getInstance(), raw);
        }
        HttpReply reply = replied.reply();
        List<JsonNode> documents = stream.decoder().documents(reply);
        boolean strict = !lenient.contains(stream.name());
        if (documents.stream()
                .anyMatch(
                        each -> isNothing(each) || (strict && !stream.selector().stands(each, replied.seen())))) {
            throw ConnectorException.data(
                    reply.call() + " was answered without the list of records: that is no answer");
        }
        List<JsonNode> listed = new ArrayList<>();
        documents.forEach(document -> listed.addAll(stream.selector().records(document, replied.seen())));
        List<JsonNode> all = stream.selector().expanded(listed, replied.seen());
        List<Found> wanted = stream.selector().wanted(all, replied.seen());
        JsonNode body = documents.isEmpty() ? MissingNode.getInstance() : documents.get(0);
        Optional<Object> next = stream.paginator().after(reply, body, listed, position.token(), replied.seen());
        if (next.isPresent() && next.equals(position.token())) {
            throw ConnectorException.data(reply.call() + " gave the same page token again: reading on would never end");
        }
        return new Paged(replied, listed, all.size(), wanted, next, body, raw);
    }

    /** An object without any field, which no source answers that is well. */
    private static boolean isNothing(JsonNode document) {
        return document.isObject() && document.isEmpty();
    }

    /** A request of the report that a stream is made from. */
    Replied other(Stream stream, Requester requester, Position position, Extra extra) {
        return sent(requester, position, extra, (scope, tokens) -> stream.request(requester, scope, position, tokens));
    }

    /** Adds variables to those of a request. */
    interface Extra {
        Extra NONE = scope -> scope;

        Scope to(Scope scope);
    }

    private interface Making {
        RequestParts parts(Scope scope, Credentials.Handed tokens);
    }

    private Replied sent(Requester requester, Position position, Extra extra, Making making) {
        Credentials.Handed tokens = credentials.hand();
        Scope scope = extra.to(tokens.scope());
        HttpReply reply = sender.send(requester.method(), making.parts(scope, tokens));
        Scope seen = Stream.seen(scope, position);
        Verdict verdict = requester.errors().judge(reply, seen);
        verdict.failure().ifPresent(failure -> {
            throw tokens.masked(verdict.tokenRefused() ? tokens.refused(failure) : failure);
        });
        return new Replied(reply, verdict, seen, notes(reply, scope));
    }

    private SourceNotes notes(HttpReply reply, Scope scope) {
        List<QuotaLevel> levels = limits.quotas().stream()
                .flatMap(quota ->
                        quota.level(limits.owner(), reply, scope.clock().instant()).stream())
                .toList();
        return levels.isEmpty()
                ? SourceNotes.NONE
                : new SourceNotes(Optional.empty(), Optional.empty(), levels, List.of());
    }
}
