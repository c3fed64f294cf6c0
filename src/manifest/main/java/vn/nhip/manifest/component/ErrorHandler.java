package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kit.http.HttpFailures;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;

/**
 * What replies mean: the first filter that fits, or else the kit's one table.
 *
 * <p>Nothing is tried again here: what the language calls a retry becomes the failure kind on which the engine asks
 * again, and a rate limit, which the language retries without end, becomes a wait that parks the stream.
 */
public final class ErrorHandler {

    private static final int UNAUTHORIZED = 401;
    private static final Duration UNKNOWN_WAIT = Duration.ofMinutes(1);

    private final List<ResponseFilter> filters = new ArrayList<>();
    private final List<Backoff> backoffs = new ArrayList<>();

    private ErrorHandler() {}

    static ErrorHandler of(Optional<Component> component) {
        ErrorHandler handler = new ErrorHandler();
        component.ifPresent(handler::take);
        return handler;
    }

    private void take(Component component) {
        switch (component.type()) {
            case "DefaultErrorHandler" -> {
                component.allow("max_retries", "backoff_strategies", "response_filters");
                component
                        .children("response_filters", "HttpResponseFilter")
                        .forEach(filter -> filters.add(ResponseFilter.of(filter)));
                component.children("backoff_strategies", "").forEach(backoff -> backoffs.add(Backoff.of(backoff)));
            }
            case "CompositeErrorHandler" ->
                component
                        .allow("error_handlers")
                        .children("error_handlers", "DefaultErrorHandler")
                        .forEach(this::take);
            default -> throw component.unsupported("an error handler");
        }
    }

    /** What the reply is, and what is to be done about it. */
    public Verdict judge(HttpReply reply, Scope scope) {
        Optional<ResponseFilter> filter = Optional.empty();
        if (!filters.isEmpty()) {
            Scope seen = seen(reply, scope);
            filter = filters.stream().filter(each -> each.fits(reply, seen)).findFirst();
        }
        if (filter.flatMap(ResponseFilter::action).isEmpty()) {
            return reply.successful()
                    ? Verdict.RECORDS
                    : Verdict.failed(withWait(HttpFailures.of(reply), reply, scope), reply.status() == UNAUTHORIZED);
        }
        return decided(filter.get(), reply, scope);
    }

    private Verdict decided(ResponseFilter filter, HttpReply reply, Scope scope) {
        boolean unauthorized = reply.status() == UNAUTHORIZED;
        return switch (filter.action().orElseThrow()) {
            case SUCCESS -> Verdict.RECORDS;
            case IGNORE -> Verdict.NOTHING;
            case RESET_PAGINATION -> Verdict.RESET;
            case FAIL -> Verdict.failed(failure(failing(reply), filter, reply, scope), unauthorized);
            case RETRY -> Verdict.failed(failure(Kind.UNAVAILABLE, filter, reply, scope), unauthorized);
            case REFRESH_TOKEN_THEN_RETRY -> Verdict.failed(failure(Kind.ACCESS, filter, reply, scope), true);
            case RATE_LIMITED -> Verdict.failed(failure(Kind.THROTTLED, filter, reply, scope), false);
        };
    }

    private static Kind failing(HttpReply reply) {
        return reply.successful() ? Kind.DATA : HttpFailures.kind(reply.status());
    }

    private ConnectorException failure(Kind kind, ResponseFilter filter, HttpReply reply, Scope scope) {
        String words = filter.message()
                .map(message -> ": " + message.text(seen(reply, scope)))
                .orElse("");
        return withWait(
                new ConnectorException(
                        kind, reply.call() + " was answered with " + reply.status() + words, reply.retryAfter(), null),
                reply,
                scope);
    }

    private ConnectorException withWait(ConnectorException failure, HttpReply reply, Scope scope) {
        if (!failure.kind().retryable()) {
            return failure;
        }
        Optional<Duration> wait = backoffs.stream()
                .flatMap(backoff -> backoff.pause(reply, scope).stream())
                .findFirst()
                .or(failure::retryAfter);
        if (wait.isEmpty() && failure.kind() == Kind.THROTTLED) {
            wait = Optional.of(UNKNOWN_WAIT);
        }
        return new ConnectorException(failure.kind(), String.valueOf(failure.getMessage()), wait, failure.getCause());
    }

    private static Scope seen(HttpReply reply, Scope scope) {
        return scope.with("response", body(reply)).with("headers", reply.headers());
    }

    /** The body as values; one that is no JSON is an empty map, as filters see it. */
    private static Object body(HttpReply reply) {
        try {
            JsonNode json = reply.json();
            return Values.of(json);
        } catch (ConnectorException noJson) {
            return Map.of();
        }
    }
}
