package vn.nhip.kit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A server on loopback that says exactly the bytes that it is told, and remembers what it was asked. */
final class RawServer implements AutoCloseable {

    /** What to do with one connection; its request is read when asked for. */
    @FunctionalInterface
    interface Talk {
        void over(Conversation conversation) throws Exception;
    }

    private final ServerSocket server;
    private final Talk talk;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    RawServer(ServerSocketFactory sockets, Talk talk) {
        this.talk = talk;
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accepting = new Thread(this::accept, "raw-server");
        accepting.setDaemon(true);
        accepting.start();
    }

    static RawServer doing(Talk talk) {
        return new RawServer(ServerSocketFactory.getDefault(), talk);
    }

    /** Answers every request with these bytes, one for each character, and ends the connection. */
    static RawServer saying(String latin1) {
        return doing(conversation -> {
            conversation.request();
            conversation.say(latin1);
        });
    }

    int port() {
        return server.getLocalPort();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The heads of all requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread talking = new Thread(() -> talk(socket), "raw-server-talk");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            talk.over(new Conversation(socket));
        } catch (Exception clientIsGone) {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** One connection. */
    final class Conversation {
        private final Socket socket;

        Conversation(Socket socket) {
            this.socket = socket;
        }

        /** Reads one request's head. */
        String request() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            InputStream in = socket.getInputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int one = in.read();
                if (one < 0) {
                    throw new IOException("the client left");
                }
                head.write(one);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            requests.add(text);
            return text;
        }

        void say(String latin1) throws IOException {
            say(latin1.getBytes(StandardCharsets.ISO_8859_1));
        }

        void say(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Ends with a reset instead of an orderly end. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Says nothing more until the test ends. */
        void stall() throws InterruptedException {
            closed.await();
        }

        /** Says the text byte by byte, for ever if the client stays. */
        void drip(String latin1) throws Exception {
            for (int i = 0; ; i++) {
                say(latin1.substring(i % latin1.length(), i % latin1.length() + 1));
                if (closed.await(50, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }
    }
}
