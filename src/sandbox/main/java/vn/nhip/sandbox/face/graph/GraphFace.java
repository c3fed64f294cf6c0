package vn.nhip.sandbox.face.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import vn.nhip.sandbox.face.Face;
import vn.nhip.sandbox.face.Tokens;

/** Meta's Graph API on loopback: the truth of the sample business, and whatever faults are planned. */
public final class GraphFace implements Face {

    static {
        // The server sends head and body apart: with Nagle's algorithm each answer would take 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final GraphApi api;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "graph-face");
        thread.setDaemon(true);
        return thread;
    });
    private final List<GraphAsk> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile GraphFaults faults = GraphFaults.none();

    private GraphFace(Clock clock, Tokens tokens) {
        api = new GraphApi(clock, tokens);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port free on loopback", e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** A service with these accounts. */
    public static GraphFace of(Clock clock, Tokens tokens, GraphAccount... accounts) {
        GraphFace face = new GraphFace(clock, tokens);
        for (GraphAccount account : accounts) {
            face.put(account);
        }
        return face;
    }

    /** From now on this is what the account of this id answers. */
    public void put(GraphAccount account) {
        api.put(account);
    }

    /** From now on these faults are answered; calls are counted from here. */
    public void faults(GraphFaults next) {
        asked.clear();
        faults = next;
    }

    /** From now on a page has no more rows than this, whatever limit is asked for. */
    public void pagesOf(int rows) {
        api.paging().most(rows);
    }

    /** What becomes of reports from now on. */
    public void fates(JobFates next) {
        api.jobs().fates(next);
    }

    /** The requests since faults were last planned, oldest first. */
    public List<GraphAsk> asked() {
        return List.copyOf(asked);
    }

    /** The reports that were ordered, oldest first. */
    public List<GraphReport> ordered() {
        return api.jobs().ordered();
    }

    /** What would be answered, without the wire. */
    public GraphAnswer answer(GraphAsk ask) {
        int call;
        synchronized (asked) {
            call = asked.size();
            asked.add(ask);
        }
        return faults.at(call, ask).orElseGet(() -> api.answer(ask));
    }

    @Override
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(", ", header.getValue())));
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            send(
                    exchange,
                    answer(GraphAsk.of(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            headers,
                            form)));
        }
    }

    private void send(HttpExchange exchange, GraphAnswer answer) throws IOException {
        switch (answer.wire()) {
            case NOTHING -> exchange.close();
            case SILENCE -> silence();
            case WHOLE, CUT -> {
                byte[] body = answer.bytes();
                boolean cut = answer.wire() == GraphAnswer.Wire.CUT;
                answer.headers()
                        .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body, 0, cut ? body.length / 2 : body.length);
                exchange.getResponseBody().flush();
            }
        }
    }

    private void silence() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
