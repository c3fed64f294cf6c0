package vn.nhip.nights;

import io.grpc.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.nhip.kit.grpc.GrpcService;
import vn.nhip.sandbox.face.grpc.GrpcFault;

/**
 * Every fault of a gRPC call: all status codes (trailers only), what breaks the wire, what is no answer.
 *
 * <p>What is not here: TLS and names, which gRPC has of its transport and kit's tests break once; HTTP statuses, bodies,
 * encodings and redirects, which gRPC does not have; tokens of next pages, whose faults the connectors' own tests make.
 */
final class GrpcCells {

    /** The one for which an impatient reader is wanted. */
    static final String DEADLINE = "deadline";

    /** What a token that is no longer good gets. */
    static final GrpcFault REFUSAL = GrpcFault.Refused.with(Status.Code.UNAUTHENTICATED, "no");

    private GrpcCells() {}

    static List<Cell<GrpcFault>> all() {
        List<Cell<GrpcFault>> cells = new ArrayList<>();
        Arrays.stream(Status.Code.values())
                .filter(code -> code != Status.Code.OK)
                .forEach(code ->
                        cells.add(new Cell<>("status " + code, GrpcFault.Refused.with(code, "no"), outcome(code))));
        for (GrpcFault.Wire how : GrpcFault.Wire.values()) {
            cells.add(new Cell<>(how + " before headers", new GrpcFault.Broken(how, false), Outcome.UNAVAILABLE));
            cells.add(new Cell<>(how + " after headers", new GrpcFault.Broken(how, true), Outcome.UNAVAILABLE));
        }
        cells.add(new Cell<>(
                "trailers after headers", new GrpcFault.RefusedLate(Status.UNAVAILABLE), Outcome.UNAVAILABLE));
        cells.add(new Cell<>(DEADLINE, new GrpcFault.Silent(), Outcome.UNAVAILABLE));
        cells.add(new Cell<>("malformed", new GrpcFault.Malformed(), Outcome.DATA));
        cells.add(new Cell<>("oversize", new GrpcFault.Oversize(GrpcService.LARGEST_ANSWER), Outcome.DATA));
        return cells;
    }

    private static Outcome outcome(Status.Code code) {
        return switch (code) {
            case UNAUTHENTICATED -> Outcome.REFUSED;
            case PERMISSION_DENIED -> Outcome.ACCESS;
            case RESOURCE_EXHAUSTED -> Outcome.THROTTLED;
            case NOT_FOUND, FAILED_PRECONDITION -> Outcome.SETTINGS;
            case INVALID_ARGUMENT, OUT_OF_RANGE, UNIMPLEMENTED, ALREADY_EXISTS -> Outcome.DATA;
            case UNAVAILABLE, DEADLINE_EXCEEDED, INTERNAL, CANCELLED, ABORTED, UNKNOWN, DATA_LOSS, OK ->
                Outcome.UNAVAILABLE;
        };
    }
}
