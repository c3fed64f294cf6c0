package vn.nhip.nights;

import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhip.sandbox.face.ads.AdsRefusal;
import vn.nhip.sandbox.face.grpc.GrpcFault;

class FaultedAdsNightsTest extends FaultedNights<GrpcFault> {

    @Override
    Platform<GrpcFault> platform(VirtualTime time) {
        return new AdsPlatform(time, TRUTH);
    }

    @Override
    Optional<GrpcFault> refusal() {
        return Optional.of(GrpcCells.REFUSAL);
    }

    @Override
    List<Cell<GrpcFault>> cells() {
        return Stream.concat(
                        GrpcCells.all().stream(),
                        Stream.of(
                                cell(AdsRefusal.of(RequestError.UNSUPPORTED_VERSION, "gone"), Outcome.DATA),
                                cell(AdsRefusal.of(AuthorizationError.CUSTOMER_NOT_ENABLED, "no"), Outcome.SETTINGS),
                                cell(AdsRefusal.of(AuthorizationError.USER_PERMISSION_DENIED, "no"), Outcome.ACCESS)))
                .toList();
    }

    private static Cell<GrpcFault> cell(AdsRefusal refusal, Outcome outcome) {
        return new Cell<>(refusal.error().getErrorCode().toString().strip(), refusal.fault(), outcome);
    }
}
