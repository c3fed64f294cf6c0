package vn.nhip.sandbox.face.grpc;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.util.internal.logging.InternalLoggerFactory;
import io.grpc.netty.shaded.io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.nhip.sandbox.face.Face;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.Tokens;

/** gRPC services on loopback, in the clear, with a check of tokens and faults by plan. */
public final class GrpcFace implements Face {

    /** The transport's log of frames prints tokens at its finest level; held, as the JDK forgets levels of the unheld. */
    private static final List<Logger> FRAMES = List.of(
            Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.NettyServerHandler"),
            Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler"));

    private final Server server;
    private final ExecutorService threads;
    private final Gate gate;
    private final Faults faults = new Faults(this::plan);
    private final WireFaults wire;
    private volatile FaultPlan<GrpcFault> plan = FaultPlan.none();

    private GrpcFace(Tokens tokens, List<BindableService> services) {
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        FRAMES.forEach(log -> log.setLevel(Level.OFF));
        gate = new Gate(tokens);
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fake-source-grpc");
            thread.setDaemon(true);
            return thread;
        });
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .executor(threads);
        services.forEach(service -> builder.addService(ServerInterceptors.intercept(
                ServerInterceptors.useInputStreamMessages(service.bindService()), faults, gate)));
        try {
            server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException("no port free on loopback", e);
        }
        wire = new WireFaults(server.getPort(), this::plan);
    }

    /** Starts the services on a port of their own. */
    public static GrpcFace of(Tokens tokens, BindableService... services) {
        return new GrpcFace(tokens, List.of(services));
    }

    /** From now on calls fail like this; they are counted anew. */
    public void fail(FaultPlan<GrpcFault> next) {
        plan = next;
        faults.startOver();
        wire.startOver();
    }

    /** All calls so far, oldest first. */
    public List<GrpcCall> calls() {
        return gate.calls();
    }

    @Override
    public URI base() {
        return URI.create("http://127.0.0.1:" + wire.port());
    }

    private FaultPlan<GrpcFault> plan() {
        return plan;
    }

    @Override
    public void close() {
        wire.close();
        server.shutdownNow();
        threads.shutdownNow();
    }
}
