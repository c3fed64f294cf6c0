package vn.nhip.kit.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorSpec;

/**
 * The one HTTP client: calls only the hosts that it was made for, at public addresses, within limits.
 *
 * <p>Every address is checked when the connection is made, not before. Nothing is tried twice and no cookie kept;
 * redirects are followed to the same hosts only, a few times, and carry the caller's headers to no other host. No proxy is
 * used: it would resolve the names itself, unchecked. Calls: any thread; blocks.
 */
public final class GuardedHttp implements AutoCloseable {

    private static final int REDIRECTS = 3;

    /** Short: a connection that the source has closed meanwhile would fail the next call, which is not tried twice. */
    private static final Duration IDLE = Duration.ofSeconds(2);

    private static final String AGENT = "nhip/"
            + Optional.ofNullable(GuardedHttp.class.getPackage().getImplementationVersion())
                    .orElse("dev");

    /** Reads the machine's trusted certificates once; it makes no call of its own. */
    private static final OkHttpClient MACHINE = new OkHttpClient();

    private final Hosts hosts;
    private final HttpLimits limits;
    private final Clock clock;
    private final OkHttpClient client;

    /** For these hosts, and the base that the operator's file names. */
    public GuardedHttp(Collection<String> hosts, Optional<URI> base, HttpLimits limits, Clock clock) {
        this(new Hosts(hosts, base), limits, clock, MACHINE);
    }

    /** With the wires of a test: its name resolution, sockets and certificates. */
    GuardedHttp(Hosts hosts, HttpLimits limits, Clock clock, OkHttpClient wires) {
        this.hosts = hosts;
        this.limits = limits;
        this.clock = clock;
        client = wires.newBuilder()
                .dns(new GuardedDns(wires.dns(), hosts))
                .proxy(Proxy.NO_PROXY)
                .connectionPool(new ConnectionPool(2, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .connectTimeout(limits.connect())
                .readTimeout(limits.read())
                .writeTimeout(limits.read())
                .callTimeout(limits.call())
                .cookieJar(CookieJar.NO_COOKIES)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(this::checked)
                .build();
    }

    /** For a connector's declared hosts, and its site. */
    public static GuardedHttp of(ConnectorSpec spec, ConnectorContext context) {
        return new GuardedHttp(spec.hosts(), context.site().base(), HttpLimits.STANDARD, context.clock());
    }

    /**
     * Makes the call and reads the whole answer, whatever its status.
     *
     * @throws ConnectorException UNAVAILABLE when the source cannot be reached or breaks off; SETTINGS when it may not be
     *     called; DATA when it sends too much or redirects elsewhere
     */
    public HttpReply send(HttpCall call) {
        return stream(
                call,
                (head, body) ->
                        new HttpReply(call, head.status(), head.headers(), body.readAllBytes(), head.retryAfter()));
    }

    /**
     * Makes the call and hands the answer over while it arrives; the limits hold for it as well.
     *
     * <p>Shape: the reply that the reader gets has no body.
     *
     * @throws ConnectorException as {@link #send} does
     */
    public <T> T stream(HttpCall call, BodyReader<T> reader) {
        HttpUrl url = hosts.permitted(call.uri());
        try (Response response = followed(call, url);
                InputStream body = limited(response)) {
            return reader.read(head(call, response), body);
        } catch (IOException e) {
            throw HttpFailures.of(call, e);
        }
    }

    /** Reads an answer while it arrives. */
    @FunctionalInterface
    public interface BodyReader<T> {
        T read(HttpReply head, InputStream body) throws IOException;
    }

    /** Closes the idle connections; calls under way end as they would have. */
    @Override
    public void close() {
        client.connectionPool().evictAll();
    }

    private Response followed(HttpCall call, HttpUrl start) throws IOException {
        HttpUrl url = start;
        Map<String, String> headers = call.headers();
        for (int hops = 0; ; hops++) {
            Response response = client.newCall(request(call, url, headers)).execute();
            Optional<String> target = Redirects.target(call, response);
            if (target.isEmpty()) {
                return response;
            }
            response.close();
            HttpUrl next = Redirects.next(hosts, call, url, target.get());
            if (hops == REDIRECTS) {
                throw Redirects.refused(call, "more than " + REDIRECTS + " times");
            }
            if (!next.host().equals(url.host()) || next.port() != url.port()) {
                headers = Map.of();
            }
            url = next;
        }
    }

    private static Request request(HttpCall call, HttpUrl url, Map<String, String> headers) {
        RequestBody body = call.content()
                .map(content -> RequestBody.create(content.bytes(), MediaType.get(content.mediaType())))
                .orElse(null);
        Request.Builder request = new Request.Builder().url(url).method(call.method(), body);
        headers.forEach(request::header);
        return request.header("User-Agent", AGENT).build();
    }

    /** The last look before anything is sent: the address that the socket is connected to. */
    private Response checked(Interceptor.Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        InetAddress address = Objects.requireNonNull(chain.connection(), "a network interceptor has one")
                .socket()
                .getInetAddress();
        if (!hosts.isBase(url) && !PublicAddresses.contains(address)) {
            throw new BlockedAddressException(url.host());
        }
        return withoutZeroWait(chain.proceed(chain.request()));
    }

    /** A wait of zero would have the library ask again at once; asking again is the engine's. */
    private static Response withoutZeroWait(Response response) {
        return "0".equals(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    private InputStream limited(Response response) throws IOException {
        if (response.body().contentLength() > limits.body()) {
            throw new BodyTooLargeException(limits.body());
        }
        return new LimitedBody(response.body().byteStream(), limits.body());
    }

    private HttpReply head(HttpCall call, Response response) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : response.headers().names()) {
            List<String> values = response.headers(name);
            headers.put(name, String.join(", ", values));
        }
        Optional<Duration> wait = RetryAfter.of(
                Optional.ofNullable(response.header("Retry-After")),
                Optional.ofNullable(response.header("Date")),
                clock.instant());
        return new HttpReply(call, response.code(), headers, new byte[0], wait);
    }
}
