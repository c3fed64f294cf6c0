package vn.nhip.connector.googleads;

import com.google.ads.googleads.v23.errors.ErrorCode;
import com.google.ads.googleads.v23.errors.GoogleAdsError;
import com.google.ads.googleads.v23.errors.GoogleAdsException;
import com.google.ads.googleads.v23.errors.GoogleAdsFailure;
import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.ads.googleads.v23.errors.QuotaErrorEnum.QuotaError;
import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import com.google.api.gax.rpc.ApiException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.kit.grpc.GrpcCaller;
import vn.nhip.kit.grpc.GrpcFailures;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;

/** The one table from Google Ads' error codes to who acts next; what has no code is left to the statuses. */
final class AdsFailures implements GrpcCaller.Reader {

    private static final Duration UNSAID = Duration.ofMinutes(1);
    private static final Duration UNSAID_LONG = Duration.ofHours(1);
    private static final int LONGEST_WORDS = 300;

    private final String source;

    /** Who acts next, and what there is to do. */
    private record Verdict(Kind kind, String advice) {}

    AdsFailures(String source) {
        this.source = source;
    }

    @Override
    public Optional<ConnectorException> read(ApiException failure) {
        return refusal(failure).map(refusal -> said(failure, refusal));
    }

    private ConnectorException said(ApiException failure, GoogleAdsException refusal) {
        GoogleAdsError error = refusal.getGoogleAdsFailure().getErrors(0);
        Verdict verdict = verdict(error.getErrorCode(), failure);
        String advice = verdict.advice().isEmpty() ? "" : ". " + verdict.advice();
        String message = source + " says " + words(error) + " (" + code(error) + place(error) + ", request "
                + refusal.getGoogleAdsFailure().getRequestId() + ")" + advice;
        Optional<Duration> wait =
                verdict.kind() == Kind.THROTTLED ? Optional.of(wait(error, failure)) : Optional.empty();
        return new ConnectorException(verdict.kind(), message, wait, refusal);
    }

    /** The refusal, when Google says in its own way what was wrong. */
    private static Optional<GoogleAdsException> refusal(Throwable failure) {
        if (failure instanceof GoogleAdsException already) {
            return Optional.of(already);
        }
        return failure instanceof ApiException call
                ? new GoogleAdsException.Factory()
                        .createGoogleAdsException(call)
                        .filter(read -> read.getGoogleAdsFailure().getErrorsCount() > 0)
                : Optional.empty();
    }

    private static Optional<GoogleAdsFailure> failure(ConnectorException failed) {
        return Optional.ofNullable(failed.getCause())
                .flatMap(AdsFailures::refusal)
                .map(GoogleAdsException::getGoogleAdsFailure);
    }

    /** What Google said, when it was that it no longer has the page that was asked for. */
    static Optional<byte[]> expiredPage(ConnectorException failed) {
        return failure(failed)
                .filter(said -> Set.of(RequestError.EXPIRED_PAGE_TOKEN, RequestError.INVALID_PAGE_TOKEN)
                        .contains(said.getErrors(0).getErrorCode().getRequestError()))
                .map(GoogleAdsFailure::toByteArray);
    }

    /** Why one account cannot be read, when the failure is about that account and about no other. */
    static Optional<String> hindrance(ConnectorException failed) {
        return failure(failed)
                .map(said -> said.getErrors(0).getErrorCode())
                .filter(code -> code.getErrorCodeCase() == ErrorCode.ErrorCodeCase.AUTHORIZATION_ERROR)
                .flatMap(code -> switch (code.getAuthorizationError()) {
                    case CUSTOMER_NOT_ENABLED -> Optional.of("it is not enabled: cancelled, closed, or not set up yet");
                    case ACTION_NOT_PERMITTED_FOR_SUSPENDED_ACCOUNT -> Optional.of("Google has suspended it");
                    case DEVELOPER_TOKEN_NOT_APPROVED ->
                        Optional.of("the developer token is approved for test accounts only");
                    case USER_PERMISSION_DENIED, ACCESS_DENIED_FOR_ACCOUNT_TYPE ->
                        Optional.of("the login may not read it");
                    case INCOMPLETE_SIGNUP, MISSING_TOS -> Optional.of("its sign-up was not completed");
                    default -> Optional.empty();
                });
    }

    private Verdict verdict(ErrorCode code, ApiException failure) {
        return switch (code.getErrorCodeCase()) {
            case AUTHENTICATION_ERROR -> authentication(code);
            case AUTHORIZATION_ERROR -> authorization(code);
            case HEADER_ERROR -> new Verdict(Kind.SETTINGS, "Check 'login-customer-id'");
            case QUOTA_ERROR -> quota(code.getQuotaError());
            case INTERNAL_ERROR, DATABASE_ERROR -> new Verdict(Kind.UNAVAILABLE, "");
            case REQUEST_ERROR -> request(code.getRequestError());
            case QUERY_ERROR ->
                code.getQueryError() == QueryError.REQUESTED_METRICS_FOR_MANAGER
                        ? new Verdict(Kind.SETTINGS, "Put an account below it into 'customer-id'")
                        : new Verdict(Kind.DATA, "");
            default -> new Verdict(GrpcFailures.of(source, failure).kind(), "");
        };
    }

    private static Verdict authentication(ErrorCode code) {
        return switch (code.getAuthenticationError()) {
            case DEVELOPER_TOKEN_INVALID, ORGANIZATION_NOT_ASSOCIATED_WITH_DEVELOPER_TOKEN ->
                new Verdict(Kind.SETTINGS, "Give the right developer token with 'nhip connect'");
            case CUSTOMER_NOT_FOUND, CLIENT_CUSTOMER_ID_INVALID ->
                new Verdict(Kind.SETTINGS, "Check 'customer-id'; 'nhip accounts' lists what the login reaches");
            default -> new Verdict(Kind.ACCESS, "Reconnect with 'nhip connect'");
        };
    }

    private static Verdict authorization(ErrorCode code) {
        return switch (code.getAuthorizationError()) {
            case DEVELOPER_TOKEN_NOT_APPROVED ->
                new Verdict(
                        Kind.SETTINGS,
                        "The developer token is approved for test accounts only: apply for basic access in the API Center"
                                + " of the manager account that it belongs to");
            case DEVELOPER_TOKEN_PROHIBITED, DEVELOPER_TOKEN_NOT_ON_ALLOWLIST ->
                new Verdict(Kind.SETTINGS, "The developer token may not be used with this Cloud project");
            case PROJECT_DISABLED, CLOUD_PROJECT_NOT_UNDER_ORGANIZATION ->
                new Verdict(Kind.SETTINGS, "Mend it in the Cloud project that the credential belongs to");
            case CUSTOMER_NOT_ENABLED, ACTION_NOT_PERMITTED_FOR_SUSPENDED_ACCOUNT, INCOMPLETE_SIGNUP, MISSING_TOS ->
                new Verdict(Kind.SETTINGS, "Enable the account in Google Ads, or remove it from nhip.yaml");
            case INVALID_LOGIN_CUSTOMER_ID_SERVING_CUSTOMER_ID_COMBINATION ->
                new Verdict(Kind.SETTINGS, "Check 'login-customer-id'; 'nhip accounts' says which manager it must be");
            default ->
                new Verdict(
                        Kind.ACCESS,
                        "Give the connected login access to the account, name the manager through which it has some in"
                                + " 'login-customer-id', or connect another login");
        };
    }

    private static Verdict quota(QuotaError code) {
        return code == QuotaError.ACCESS_PROHIBITED
                ? new Verdict(Kind.ACCESS, "The developer token has lost its access")
                : new Verdict(Kind.THROTTLED, "");
    }

    private static Verdict request(RequestError code) {
        return switch (code) {
            case UNSUPPORTED_VERSION ->
                new Verdict(
                        Kind.DATA,
                        "Version " + GoogleAdsConnectorFactory.VERSION
                                + " of its API is no longer served: an upgrade of Nhịp is needed");
            case EXPIRED_PAGE_TOKEN, INVALID_PAGE_TOKEN -> new Verdict(Kind.UNAVAILABLE, "");
            case RPC_DEADLINE_TOO_SHORT -> new Verdict(Kind.SETTINGS, "Give it longer in 'patience-seconds'");
            case DEVELOPER_TOKEN_PARAMETER_MISSING ->
                new Verdict(Kind.SETTINGS, "Give the developer token with 'nhip connect'");
            case INVALID_CUSTOMER_ID, LOGIN_CUSTOMER_ID_PARAMETER_MISSING ->
                new Verdict(Kind.SETTINGS, "Check 'customer-id' and 'login-customer-id'");
            case CLOUD_PROJECT_NOT_FOUND ->
                new Verdict(Kind.SETTINGS, "Mend it in the Cloud project that the credential belongs to");
            default -> new Verdict(Kind.DATA, "");
        };
    }

    private static Duration wait(GoogleAdsError error, ApiException failure) {
        com.google.protobuf.Duration said =
                error.getDetails().getQuotaErrorDetails().getRetryDelay();
        boolean longTerm =
                error.getErrorCode().getQuotaError() == QuotaError.EXCESSIVE_LONG_TERM_QUERY_RESOURCE_CONSUMPTION;
        return Optional.of(Duration.ofSeconds(said.getSeconds(), said.getNanos()))
                .filter(delay -> !delay.isZero() && !delay.isNegative())
                .or(() -> GrpcFailures.retryAfter(failure))
                .orElse(longTerm ? UNSAID_LONG : UNSAID);
    }

    private static String words(GoogleAdsError error) {
        String text = error.getMessage().replaceAll("\\s+", " ").strip().replaceFirst("\\.$", "");
        return text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS) + "…" : text;
    }

    /** {@code authorization_error USER_PERMISSION_DENIED}. */
    private static String code(GoogleAdsError error) {
        return error.getErrorCode().getAllFields().entrySet().stream()
                .map(entry -> entry.getKey().getName() + " " + entry.getValue())
                .findFirst()
                .orElse("an error that is not known here");
    }

    /** Which field it is about, and what stood there. */
    private static String place(GoogleAdsError error) {
        String path = error.getLocation().getFieldPathElementsList().stream()
                .map(part -> part.getFieldName() + (part.hasIndex() ? "[" + part.getIndex() + "]" : ""))
                .collect(Collectors.joining("."));
        String value = error.getTrigger().getStringValue();
        return (path.isEmpty() ? "" : " at " + path) + (value.isEmpty() ? "" : ", for '" + value + "'");
    }
}
