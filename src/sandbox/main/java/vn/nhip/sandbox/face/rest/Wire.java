package vn.nhip.sandbox.face.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The way back to one client, down to the byte. */
public final class Wire {

    private static final long DRIP_MILLIS = 50;

    private final Socket socket;
    private final CountDownLatch closed;
    private boolean open = true;

    Wire(Socket socket, CountDownLatch closed) {
        this.socket = socket;
        this.closed = closed;
    }

    /** A whole answer, after which the next request may come. */
    public void send(RestAnswer answer) throws IOException {
        byte[] body = answer.bytes();
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.put("Content-Length", String.valueOf(body.length));
        byte[] head = head(answer.status(), headers).getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        write(all);
    }

    /** Half of an answer whose whole length is announced; the connection then ends. */
    public void cut(RestAnswer answer) throws IOException {
        byte[] body = answer.bytes();
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.put("Content-Length", String.valueOf(body.length));
        headers.put("Connection", "close");
        say(head(answer.status(), headers));
        say(Arrays.copyOf(body, body.length / 2));
    }

    static String head(int status, Map<String, String> headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" Said\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    /** These bytes and nothing more; the connection then ends. */
    void say(byte[] bytes) throws IOException {
        open = false;
        write(bytes);
    }

    /** One byte for each character, and nothing more; the connection then ends. */
    void say(String latin1) throws IOException {
        say(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Says these bytes too; false when nobody takes them any more. */
    boolean taken(byte[] bytes) {
        try {
            write(bytes);
            return true;
        } catch (IOException clientIsGone) {
            return false;
        }
    }

    /** The text again and again, byte by byte, until the client gives up. */
    void drip(String latin1) throws IOException, InterruptedException {
        for (int i = 0; !closed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS); i++) {
            say(latin1.substring(i % latin1.length(), i % latin1.length() + 1));
        }
    }

    /** Ends with a reset instead of an orderly end. */
    void reset() throws IOException {
        open = false;
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends in order, without a word. */
    public void leave() {
        open = false;
    }

    /** Says nothing until the client or the server ends. */
    public void stall() throws InterruptedException, IOException {
        open = false;
        while (!closed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS) && !left()) {
            Thread.onSpinWait();
        }
    }

    private boolean left() throws IOException {
        socket.setSoTimeout(1);
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException stillThere) {
            return false;
        }
    }

    boolean open() {
        return open;
    }

    private void write(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }
}
