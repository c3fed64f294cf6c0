package vn.nhip.sandbox.face.rest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** HTTP/1.1 over plain sockets on loopback, so that also what no proper server would say can be said. */
public final class RestServer implements AutoCloseable {

    private static final String HEAD_END = "\r\n\r\n";

    /** Answers one request over the wire, well or badly. */
    @FunctionalInterface
    public interface Talk {
        void over(RestAsk ask, Wire wire) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Talk talk;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    public RestServer(Talk talk) {
        this.talk = talk;
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port free on loopback", e);
        }
        start(this::accept);
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "rest-face");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean open = true;
            while (open) {
                Optional<RestAsk> ask = ask(in);
                if (ask.isEmpty()) {
                    return;
                }
                Wire wire = new Wire(socket, closed);
                talk.over(ask.get(), wire);
                open = wire.open();
            }
        } catch (IOException clientIsGone) {
            sockets.remove(socket);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(socket);
        }
    }

    /** The next request; nothing when the client has left. */
    private static Optional<RestAsk> ask(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < HEAD_END.length()) {
            int one = in.read();
            if (one < 0) {
                return Optional.empty();
            }
            bytes.write(one);
            matched = one == HEAD_END.charAt(matched) ? matched + 1 : one == '\r' ? 1 : 0;
        }
        String[] lines = bytes.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1);
        Map<String, String> headers = headers(lines);
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] first = lines[0].split(" ", -1);
        return Optional.of(RestAsk.of(first[0], first[1], headers, body));
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.put(
                        lines[i].substring(0, colon),
                        lines[i].substring(colon + 1).trim());
            }
        }
        return headers;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the server on loopback does not end", e);
        }
    }
}
