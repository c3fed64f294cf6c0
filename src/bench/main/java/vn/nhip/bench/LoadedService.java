package vn.nhip.bench;

import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.grpc.GrpcFace;

/** A method of a vendor's service that answers with bytes made beforehand, so that answering costs next to nothing. */
final class LoadedService {

    private LoadedService() {}

    /** A server with this one method. */
    static <Q> GrpcFace of(MethodDescriptor<Q, ?> method, Function<Q, byte[]> answers) {
        MethodDescriptor<Q, byte[]> inBytes =
                method.toBuilder(method.getRequestMarshaller(), new Bytes()).build();
        String service = String.valueOf(method.getServiceName());
        return GrpcFace.of(Tokens.any(), () -> ServerServiceDefinition.builder(service)
                .addMethod(inBytes, ServerCalls.asyncUnaryCall((request, answer) -> {
                    answer.onNext(answers.apply(request));
                    answer.onCompleted();
                }))
                .build());
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] answer) {
            return new ByteArrayInputStream(answer);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
