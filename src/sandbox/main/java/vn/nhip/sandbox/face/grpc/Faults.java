package vn.nhip.sandbox.face.grpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.FaultPlan;

/** The faults that a service itself can have; those of the wire happen in {@link WireFaults}. Messages are bytes here. */
final class Faults implements ServerInterceptor {

    private static final byte NO_FIELD = 7;

    private final Supplier<FaultPlan<GrpcFault>> plan;
    private final AtomicInteger calls = new AtomicInteger();

    Faults(Supplier<FaultPlan<GrpcFault>> plan) {
        this.plan = plan;
    }

    void startOver() {
        calls.set(0);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Optional<GrpcFault> fault = plan.get().at(calls.getAndIncrement());
        if (fault.isEmpty() || fault.get() instanceof GrpcFault.Broken) {
            return next.startCall(call, headers);
        }
        if (fault.get() instanceof GrpcFault.Malformed) {
            byte[] noMessage = new byte[8];
            Arrays.fill(noMessage, NO_FIELD);
            return next.startCall(sending(call, noMessage), headers);
        }
        if (fault.get() instanceof GrpcFault.Oversize oversize) {
            return next.startCall(sending(call, new byte[oversize.limit() + 1]), headers);
        }
        refuse(call, fault.get());
        return new ServerCall.Listener<>() {};
    }

    private static void refuse(ServerCall<?, ?> call, GrpcFault fault) {
        if (fault instanceof GrpcFault.Refused refused) {
            Metadata trailers = new Metadata();
            trailers.merge(refused.trailers());
            call.close(refused.status(), trailers);
        } else if (fault instanceof GrpcFault.RefusedLate refused) {
            call.sendHeaders(new Metadata());
            call.close(refused.status(), new Metadata());
        }
    }

    private static <Q, A> ServerCall<Q, A> sending(ServerCall<Q, A> call, byte[] instead) {
        return new SimpleForwardingServerCall<>(call) {
            @Override
            @SuppressWarnings("unchecked") // every message is a stream of bytes here
            public void sendMessage(A message) {
                InputStream bytes = new ByteArrayInputStream(instead);
                super.sendMessage((A) bytes);
            }

            @Override
            public void close(Status status, Metadata trailers) {
                super.close(status, trailers);
            }
        };
    }
}
