package vn.nhip.kit.http;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;

/** Sockets whose packets vanish: connecting ends when its time is over. */
final class StallingSockets extends SocketFactory {

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress address, int timeout) throws SocketTimeoutException {
                LockSupport.parkNanos(timeout * 1_000_000L);
                throw new SocketTimeoutException("connect timed out");
            }
        };
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
}
