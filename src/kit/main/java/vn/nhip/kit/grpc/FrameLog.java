package vn.nhip.kit.grpc;

import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The transport's own log of HTTP/2 frames. At its finest level it prints every header, tokens among them, so it stays
 * off whatever level anybody sets.
 */
final class FrameLog {

    /** Held here because the JDK forgets the level of a logger that nobody holds. */
    private static final Logger FRAMES = Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler");

    private FrameLog() {}

    static void silence() {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        FRAMES.setLevel(Level.OFF);
    }
}
