package vn.nhip.sandbox.face.ads;

import com.google.ads.googleads.v23.errors.AuthenticationErrorEnum.AuthenticationError;
import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import com.google.ads.googleads.v23.errors.ErrorCode;
import com.google.ads.googleads.v23.errors.GoogleAdsError;
import com.google.ads.googleads.v23.errors.GoogleAdsException;
import com.google.ads.googleads.v23.errors.GoogleAdsFailure;
import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import vn.nhip.sandbox.face.grpc.GrpcFault;

/** How this API says no: a status, and in the trailers what was wrong and the number of the request. */
public record AdsRefusal(Status.Code status, GoogleAdsError error) {

    public static final String REQUEST_ID = "wK3Tn0sFh2Q1mZ7y";

    private static final Metadata.Key<String> REQUEST = Metadata.Key.of("request-id", Metadata.ASCII_STRING_MARSHALLER);

    static AdsRefusal of(Status.Code status, ErrorCode.Builder code, String words) {
        return new AdsRefusal(
                status,
                GoogleAdsError.newBuilder().setErrorCode(code).setMessage(words).build());
    }

    public static AdsRefusal of(AuthenticationError code, String words) {
        return of(Status.Code.UNAUTHENTICATED, ErrorCode.newBuilder().setAuthenticationError(code), words);
    }

    public static AdsRefusal of(AuthorizationError code, String words) {
        return of(Status.Code.PERMISSION_DENIED, ErrorCode.newBuilder().setAuthorizationError(code), words);
    }

    public static AdsRefusal of(RequestError code, String words) {
        return of(Status.Code.INVALID_ARGUMENT, ErrorCode.newBuilder().setRequestError(code), words);
    }

    public static AdsRefusal of(QueryError code, String words) {
        return of(Status.Code.INVALID_ARGUMENT, ErrorCode.newBuilder().setQueryError(code), words);
    }

    /** The same as a fault of a call. */
    public GrpcFault.Refused fault() {
        return new GrpcFault.Refused(status.toStatus().withDescription(error.getMessage()), trailers());
    }

    StatusRuntimeException thrown() {
        return status.toStatus().withDescription(error.getMessage()).asRuntimeException(trailers());
    }

    private Metadata trailers() {
        GoogleAdsFailure failure = GoogleAdsFailure.newBuilder()
                .addErrors(error)
                .setRequestId(REQUEST_ID)
                .build();
        Metadata trailers = new Metadata();
        trailers.put(new GoogleAdsException.Factory().getTrailerKey(), failure.toByteArray());
        trailers.put(REQUEST, REQUEST_ID);
        return trailers;
    }
}
