package vn.nhip.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A REST source in a process of its own: prints where it is, ends when its input does.
 *
 * <p>Arguments: rows, rows on a page, {@code hashed} or {@code ordered} keys, milliseconds before each answer. It answers
 * {@code /rows?from=…&to=…&offset=…}, and at {@code /most} how many requests were ever answered at the same time; {@code
 * /change} makes every amount of the last day another.
 */
public final class RestServer {

    private static final PrintStream OUT = System.out;
    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");
    private static final Pattern FROM = Pattern.compile("from=([\\d-]+)");
    private static final Pattern TO = Pattern.compile("to=([\\d-]+)");

    private final RestPages pages;
    private final long delay;
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private RestServer(RestPages pages, long delay) {
        this.pages = pages;
        this.delay = delay;
    }

    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        RestPages pages = new RestPages(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), arguments[2].equals("hashed"));
        RestServer face = new RestServer(pages, Long.parseLong(arguments[3]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/rows", face::rows);
        server.createContext("/most", face::most);
        server.createContext("/change", face::change);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        OUT.println("http://127.0.0.1:" + server.getAddress().getPort());
        System.in.transferTo(PrintStream.nullOutputStream());
        System.exit(0);
    }

    private void rows(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            Thread.sleep(delay);
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            int offset = Integer.parseInt(found(OFFSET, query, "0"));
            LocalDate from = LocalDate.parse(found(FROM, query, RestPages.FIRST.toString()));
            LocalDate to = LocalDate.parse(
                    found(TO, query, RestPages.FIRST.plusDays(RestPages.DAYS).toString()));
            int start = row(from) + offset;
            int end = Math.min(pages.rows(), row(to.plusDays(1)));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, pages.from(start >= end ? pages.rows() : start));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            now.decrementAndGet();
        }
    }

    private int row(LocalDate day) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(RestPages.FIRST, day) * pages.perDay());
    }

    private static String found(Pattern pattern, String query, String fallback) {
        Matcher matcher = pattern.matcher(query);
        return matcher.find() ? matcher.group(1) : fallback;
    }

    private void most(HttpExchange exchange) throws IOException {
        send(exchange, Integer.toString(most.getAndSet(0)).getBytes(StandardCharsets.UTF_8));
    }

    private void change(HttpExchange exchange) throws IOException {
        pages.change();
        send(exchange, "changed".getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
