package vn.nhip.sandbox.face.grpc;

import io.grpc.Metadata;
import io.grpc.Status;

/** How a call can go wrong: as the service says it, in what it sends, or on the wire. */
public sealed interface GrpcFault {

    /** The service says no; the answer has trailers only. */
    record Refused(Status status, Metadata trailers) implements GrpcFault {

        public static Refused with(Status.Code code, String words) {
            return new Refused(code.toStatus().withDescription(words), new Metadata());
        }
    }

    /** The service says no after it has sent its headers. */
    record RefusedLate(Status status) implements GrpcFault {}

    /** The service never answers. */
    record Silent() implements GrpcFault {}

    /** The message that comes is no message. */
    record Malformed() implements GrpcFault {}

    /** The message is one byte larger than this. */
    record Oversize(int limit) implements GrpcFault {}

    /** The wire breaks when the answer, or the part of it after the headers, is due. */
    record Broken(Wire how, boolean afterHeaders) implements GrpcFault {}

    /** What the client sees on the wire instead of the answer. */
    enum Wire {
        /** The stream is reset: RST_STREAM with INTERNAL_ERROR. */
        RESET,
        /** The stream is reset because nobody needs it: RST_STREAM with CANCEL. */
        CANCEL,
        /** The server goes away and has processed nothing of this stream: GOAWAY. */
        GO_AWAY,
        /** The connection is closed. */
        CUT
    }
}
