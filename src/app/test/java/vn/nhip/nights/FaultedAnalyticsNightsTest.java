package vn.nhip.nights;

import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhip.sandbox.face.grpc.GrpcFault;

class FaultedAnalyticsNightsTest extends FaultedNights<GrpcFault> {

    @Override
    Platform<GrpcFault> platform(VirtualTime time) throws Exception {
        return new AnalyticsPlatform(time, TRUTH);
    }

    @Override
    Optional<GrpcFault> refusal() {
        return Optional.of(GrpcCells.REFUSAL);
    }

    @Override
    List<Cell<GrpcFault>> cells() {
        GrpcFault used = GrpcFault.Refused.with(
                Status.Code.RESOURCE_EXHAUSTED, "Exhausted property tokens per hour quota. Retry later.");
        return Stream.concat(GrpcCells.all().stream(), Stream.of(new Cell<>("quota used up", used, Outcome.WAITS)))
                .toList();
    }
}
