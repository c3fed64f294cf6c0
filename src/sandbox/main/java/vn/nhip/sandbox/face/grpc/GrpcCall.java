package vn.nhip.sandbox.face.grpc;

import java.util.Map;

/** A call that a face got; {@code method} is the full name, {@code headers} are those with text values. */
public record GrpcCall(String method, Map<String, String> headers) {

    public GrpcCall {
        headers = Map.copyOf(headers);
    }
}
