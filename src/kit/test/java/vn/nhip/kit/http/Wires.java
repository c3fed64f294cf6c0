package vn.nhip.kit.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/**
 * Sockets that remember which address was dialled and reach nobody, or a port on loopback instead.
 *
 * <p>Shape: where {@code disguised}, the socket says that it is connected to the address that was dialled.
 */
final class Wires extends SocketFactory {

    private final List<InetAddress> dialled = new CopyOnWriteArrayList<>();
    private final OptionalInt port;
    private final boolean disguised;

    private Wires(OptionalInt port, boolean disguised) {
        this.port = port;
        this.disguised = disguised;
    }

    static Wires cut() {
        return new Wires(OptionalInt.empty(), false);
    }

    static Wires toLoopback(int port) {
        return new Wires(OptionalInt.of(port), false);
    }

    static Wires disguised(int port) {
        return new Wires(OptionalInt.of(port), true);
    }

    List<InetAddress> dialled() {
        return List.copyOf(dialled);
    }

    @Override
    public Socket createSocket() {
        return new Wire();
    }

    @Override
    public Socket createSocket(String host, int to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int to, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int to, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    private final class Wire extends Socket {
        private InetAddress told = InetAddress.getLoopbackAddress();

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            told = ((InetSocketAddress) address).getAddress();
            dialled.add(told);
            if (port.isEmpty()) {
                throw new ConnectException("the wire is cut");
            }
            super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getAsInt()), timeout);
        }

        @Override
        public InetAddress getInetAddress() {
            return disguised ? told : super.getInetAddress();
        }
    }
}
