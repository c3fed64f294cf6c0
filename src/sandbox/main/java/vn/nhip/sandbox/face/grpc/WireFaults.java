package vn.nhip.sandbox.face.grpc;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.grpc.GrpcFault.Broken;
import vn.nhip.sandbox.face.grpc.GrpcFault.Wire;

/**
 * Stands before a server that speaks HTTP/2 in the clear, hands every frame on, and breaks the wire where the plan says so.
 *
 * <p>After a fault the connection is given up, as the frames left out would leave both sides with different header tables.
 */
final class WireFaults implements AutoCloseable {

    private static final int PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length();
    private static final int HEAD = 9;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int GO_AWAY = 7;
    private static final int INTERNAL_ERROR = 2;
    private static final int CANCEL = 8;

    private final ServerSocket door;
    private final int server;
    private final Supplier<FaultPlan<GrpcFault>> plan;
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-source-wire");
        thread.setDaemon(true);
        return thread;
    });

    WireFaults(int server, Supplier<FaultPlan<GrpcFault>> plan) {
        this.server = server;
        this.plan = plan;
        try {
            this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no port free on loopback", e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void startOver() {
        calls.set(0);
    }

    /** A whole frame with its nine bytes of head. */
    private record Frame(ByteBuffer bytes) {
        int type() {
            return bytes.get(3);
        }

        int stream() {
            return bytes.getInt(5) & Integer.MAX_VALUE;
        }
    }

    /** One client and its connection to the server, and the faults that wait for its streams. */
    private record Line(Socket client, Socket server, Map<Integer, Broken> faults) {}

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = kept(door.accept());
                Line line = new Line(
                        client, kept(new Socket(InetAddress.getLoopbackAddress(), server)), new ConcurrentHashMap<>());
                threads.execute(() -> carry(line, this::requests));
                threads.execute(() -> carry(line, this::answers));
            } catch (IOException closed) {
                close();
            }
        }
    }

    private Socket kept(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        open.add(socket);
        return socket;
    }

    private interface Carrying {
        void of(Line line) throws IOException;
    }

    /** Until one side is gone; then the other goes too. */
    private void carry(Line line, Carrying carrying) {
        try {
            carrying.of(line);
        } catch (IOException gone) {
            // Either side may leave at any time; both sockets are closed below.
        } finally {
            shut(line.client());
            shut(line.server());
        }
    }

    private void requests(Line line) throws IOException {
        DataInputStream in = new DataInputStream(line.client().getInputStream());
        OutputStream out = line.server().getOutputStream();
        out.write(in.readNBytes(PREFACE));
        while (true) {
            Frame frame = read(in);
            if (frame.type() == HEADERS) {
                Optional<GrpcFault> fault = plan.get().at(calls.getAndIncrement());
                if (fault.isPresent() && fault.get() instanceof Broken broken) {
                    line.faults().put(frame.stream(), broken);
                }
            }
            write(out, frame);
        }
    }

    private void answers(Line line) throws IOException {
        DataInputStream in = new DataInputStream(line.server().getInputStream());
        OutputStream out = line.client().getOutputStream();
        while (true) {
            Frame frame = read(in);
            Broken broken = line.faults().get(frame.stream());
            if (broken == null || (broken.afterHeaders() && frame.type() == HEADERS)) {
                write(out, frame);
            } else {
                out.write(instead(broken.how(), frame.stream()));
                out.flush();
                line.client().shutdownOutput();
                return;
            }
        }
    }

    private static byte[] instead(Wire how, int stream) {
        return switch (how) {
            case RESET -> frame(RST_STREAM, stream, INTERNAL_ERROR);
            case CANCEL -> frame(RST_STREAM, stream, CANCEL);
            case GO_AWAY -> frame(GO_AWAY, 0, 0, 0);
            case CUT -> new byte[0];
        };
    }

    private static byte[] frame(int type, int stream, int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + 4 * words.length);
        bytes.putInt(((4 * words.length) << 8) | type).put((byte) 0).putInt(stream);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    private static Frame read(DataInputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length < HEAD) {
            throw new EOFException("the other side left");
        }
        ByteBuffer frame = ByteBuffer.allocate(HEAD + (ByteBuffer.wrap(head).getInt() >>> 8));
        in.readFully(frame.put(head).array(), HEAD, frame.remaining());
        return new Frame(frame);
    }

    private static void write(OutputStream out, Frame frame) throws IOException {
        out.write(frame.bytes().array());
    }

    private void shut(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a socket cannot be closed", e);
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    @Override
    public void close() {
        shut(door);
        open.forEach(this::shut);
        threads.shutdownNow();
    }
}
