package vn.nhip.sandbox.face.grpc;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.nhip.sandbox.face.Tokens;

/** Writes down every call, and lets only those in that bring a token. */
final class Gate implements ServerInterceptor {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final List<GrpcCall> calls = new CopyOnWriteArrayList<>();

    Gate(Tokens tokens) {
        this.tokens = tokens;
    }

    List<GrpcCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Map<String, String> texts = texts(headers);
        calls.add(new GrpcCall(call.getMethodDescriptor().getFullMethodName(), texts));
        String authorization = texts.getOrDefault("authorization", "");
        if (authorization.startsWith(BEARER) && tokens.accepts(authorization.substring(BEARER.length()))) {
            return next.startCall(call, headers);
        }
        StatusRuntimeException refusal = refusal();
        call.close(refusal.getStatus(), Objects.requireNonNullElseGet(refusal.getTrailers(), Metadata::new));
        return new ServerCall.Listener<>() {};
    }

    private static Map<String, String> texts(Metadata headers) {
        Map<String, String> texts = new TreeMap<>();
        for (String name : headers.keys()) {
            if (!name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
                texts.put(name, String.valueOf(headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER))));
            }
        }
        return texts;
    }

    private static StatusRuntimeException refusal() {
        ErrorInfo why = ErrorInfo.newBuilder()
                .setReason("ACCESS_TOKEN_EXPIRED")
                .setDomain("googleapis.com")
                .build();
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Status.Code.UNAUTHENTICATED.value())
                .setMessage("Request had invalid authentication credentials.")
                .addDetails(Any.pack(why))
                .build());
    }
}
