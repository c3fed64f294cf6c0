package vn.nhip.kit.http;

import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Response;
import vn.nhip.spi.ConnectorException;

/** Where a redirect may lead: to a host that may be called anyway, and never from outside to the operator's own base. */
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /** Where the answer sends us on, if it is a redirect of a GET; of anything else it is an answer like others. */
    static Optional<String> target(HttpCall call, Response response) {
        return STATUSES.contains(response.code()) && call.method().equals("GET")
                ? Optional.ofNullable(response.header("Location"))
                : Optional.empty();
    }

    static HttpUrl next(Hosts hosts, HttpCall call, HttpUrl from, String target) {
        HttpUrl next = from.resolve(target);
        boolean inwards = next != null && hosts.isBase(next) && !hosts.isBase(from);
        if (next == null || inwards || !hosts.permits(next)) {
            throw refused(call, "to a place that may not be called");
        }
        return next;
    }

    static ConnectorException refused(HttpCall call, String how) {
        return ConnectorException.data(
                call + " was redirected " + how + ": the source does not answer as it did before");
    }
}
