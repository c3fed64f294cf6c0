package vn.nhip.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.nhip.connection.ConsentException;
import vn.nhip.connection.Consents;
import vn.nhip.export.Labels;

/** Waits on loopback, at a free port, for the browser to come back from one provider with its answer. */
final class ConsentPage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** One command is one session: no other browser knows its port and its states. */
    static final String SESSION = "command line";

    private final HttpServer server;
    private final Consents consents;
    private final String provider;
    private final Labels labels;
    private final CompletableFuture<Consents.Agreed> answer = new CompletableFuture<>();

    private ConsentPage(HttpServer server, Consents consents, String provider, Labels labels) {
        this.server = server;
        this.consents = consents;
        this.provider = provider;
        this.labels = labels;
    }

    static ConsentPage open(Consents consents, String provider, Labels labels) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ConsentPage page = new ConsentPage(server, consents, provider, labels);
        server.createContext(page.path(), page::take);
        server.start();
        return page;
    }

    /** One path per provider: what one of them sends cannot be taken for another's answer. */
    URI redirect() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path());
    }

    /**
     * What was agreed to.
     *
     * @throws ConsentException when the person or the provider said no
     */
    Consents.Agreed await() {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new CommandException(ExitCode.FAILED, labels.text("connect.late"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.FAILED, labels.text("connect.late"));
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof ConsentException no) {
                throw no;
            }
            throw new IllegalStateException(refused.getCause());
        }
    }

    /** A made-up answer is turned away and waited on: only a no to the very question ends the command. */
    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            try {
                Consents.Agreed agreed = consents.answer(provider, SESSION, query);
                say(exchange, 200, labels.text("connect.page-done"));
                answer.complete(agreed);
            } catch (ConsentException no) {
                say(exchange, 400, labels.text("connect.page-failed"));
                if (no.reason() != ConsentException.Reason.UNKNOWN) {
                    answer.completeExceptionally(no);
                }
            }
        }
    }

    private void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] page = ("<!doctype html><html lang=\"" + labels.language().name().toLowerCase(java.util.Locale.ROOT)
                        + "\"><meta charset=\"utf-8\"><title>Nhịp</title><p>" + text + "</p></html>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'none'");
        exchange.getResponseHeaders().add("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
    }

    private String path() {
        return "/callback/" + provider;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
