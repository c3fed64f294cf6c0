package vn.nhip.sandbox.face.ads;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Optional;

/** Who asks: the headers that every call of this API has beside the token. */
record Asking(Optional<String> developerToken, Optional<String> loginCustomer) {

    private static final Context.Key<Asking> KEY = Context.key("asking");

    static Asking now() {
        return KEY.get();
    }

    /** Reads the headers before the service is called. */
    static final class Reader implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            Asking asking = new Asking(text(headers, "developer-token"), text(headers, "login-customer-id"));
            return Contexts.interceptCall(Context.current().withValue(KEY, asking), call, headers, next);
        }

        private static Optional<String> text(Metadata headers, String name) {
            return Optional.ofNullable(headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
        }
    }
}
