package vn.nhip.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A source on loopback that replays recorded answers, fails when told to, and remembers what it was asked.
 *
 * <p>Shape: an answer told with {@link #next} comes first and once, one told with {@link #always} until
 * {@link #heal}; otherwise the recording that fits the request best; otherwise 404, kept in {@link #unanswered}.
 * Calls: from any thread.
 */
public final class FakeSource implements CalledSource {

    static {
        // The server sends head and body apart: with Nagle's algorithm each answer would take 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final List<Recording> recordings = new CopyOnWriteArrayList<>();
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final List<Received> unanswered = new CopyOnWriteArrayList<>();
    private final Deque<Answer> next = new ArrayDeque<>();
    private Optional<Answer> always = Optional.empty();
    private volatile Optional<Function<Received, Answer>> speaker = Optional.empty();

    private FakeSource() {
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, THREADS + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port free on loopback", e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** A source without answers yet. */
    public static FakeSource silent() {
        return new FakeSource();
    }

    /** A source that replays the recordings of a folder: see {@code Recording} for their form. */
    public static FakeSource replaying(Path folder) {
        FakeSource source = new FakeSource();
        source.recordings.addAll(Recording.in(folder));
        return source;
    }

    /** A source that has an answer of its own to everything that is not recorded: an emulated service. */
    public static FakeSource speaking(Function<Received, Answer> speaker) {
        FakeSource source = new FakeSource();
        source.speaker = Optional.of(speaker);
        return source;
    }

    /** Where it listens, without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Adds a recording: the answer to, for instance, {@code GET /v1/rows?page=2}. */
    public FakeSource answer(String request, Answer answer) {
        recordings.add(Recording.of(request, List.of(), answer));
        return this;
    }

    /** The next request gets this answer, whatever it asks. */
    public FakeSource next(Answer answer) {
        return next(1, answer);
    }

    /** The next so many requests get this answer, after those that were told before. */
    public FakeSource next(int times, Answer answer) {
        synchronized (next) {
            for (int i = 0; i < times; i++) {
                next.add(answer);
            }
        }
        return this;
    }

    /** Every request gets this answer until {@link #heal}. */
    public FakeSource always(Answer answer) {
        synchronized (next) {
            always = Optional.of(answer);
        }
        return this;
    }

    /** Forgets the faults that were told, keeps the recordings. */
    @Override
    public FakeSource heal() {
        synchronized (next) {
            next.clear();
            always = Optional.empty();
        }
        return this;
    }

    /** All requests so far, oldest first. */
    @Override
    public List<Received> requests() {
        return List.copyOf(requests);
    }

    /** Requests that nothing was recorded for. */
    @Override
    public List<Received> unanswered() {
        return List.copyOf(unanswered);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request = received(exchange);
            requests.add(request);
            send(exchange, told().orElseGet(() -> recorded(request)));
        }
    }

    private Optional<Answer> told() {
        synchronized (next) {
            return Optional.ofNullable(next.poll()).or(() -> always);
        }
    }

    private Answer recorded(Received request) {
        return recordings.stream()
                .filter(recording -> recording.fits(request))
                .max(Comparator.comparingInt(Recording::says))
                .map(Recording::answer)
                .or(() -> speaker.map(service -> service.apply(request)))
                .orElseGet(() -> {
                    unanswered.add(request);
                    return Answer.status(404);
                });
    }

    private static Received received(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(", ", header.getValue())));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try {
            Thread.sleep(answer.delay().toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return;
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, answer.cut() ? body.length / 2 : body.length);
        out.flush();
    }
}
