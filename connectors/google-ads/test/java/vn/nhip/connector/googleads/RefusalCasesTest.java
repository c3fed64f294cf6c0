package vn.nhip.connector.googleads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.ads.googleads.v23.errors.ErrorCode;
import com.google.ads.googleads.v23.errors.ErrorDetails;
import com.google.ads.googleads.v23.errors.ErrorLocation;
import com.google.ads.googleads.v23.errors.GoogleAdsError;
import com.google.ads.googleads.v23.errors.QuotaErrorDetails;
import com.google.ads.googleads.v23.errors.QuotaErrorEnum.QuotaError;
import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.ads.AdsRefusal;
import vn.nhip.spi.Access;
import vn.nhip.spi.ApiVersion;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Site;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.GivenAccess;

/** Acceptance cases A02, A08 and E12, and quotas: what each refusal of Google means, and how reading goes on after it. */
class RefusalCasesTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31));

    private final Scene scene = new Scene();
    private final GivenAccess access = GivenAccess.of(Scene.TOKEN);
    private final Account account = scene.account(Scene.SHOP, SampleBusiness.ZONE, Scene.CLOCK, access);
    private final Reading reading = new Reading(account);

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
        "authentication_error, OAUTH_TOKEN_EXPIRED, UNAUTHENTICATED, ACCESS, nhip connect",
        "authentication_error, OAUTH_TOKEN_REVOKED, UNAUTHENTICATED, ACCESS, nhip connect",
        "authentication_error, NOT_ADS_USER, UNAUTHENTICATED, ACCESS, nhip connect",
        "authentication_error, TWO_STEP_VERIFICATION_NOT_ENROLLED, UNAUTHENTICATED, ACCESS, nhip connect",
        "authentication_error, CUSTOMER_NOT_FOUND, UNAUTHENTICATED, SETTINGS, customer-id",
        "authentication_error, DEVELOPER_TOKEN_INVALID, UNAUTHENTICATED, SETTINGS, developer token",
        "authorization_error, USER_PERMISSION_DENIED, PERMISSION_DENIED, ACCESS, login-customer-id",
        "authorization_error, DEVELOPER_TOKEN_NOT_APPROVED, PERMISSION_DENIED, SETTINGS, test accounts only",
        "authorization_error, DEVELOPER_TOKEN_PROHIBITED, PERMISSION_DENIED, SETTINGS, Cloud project",
        "authorization_error, PROJECT_DISABLED, PERMISSION_DENIED, SETTINGS, Cloud project",
        "authorization_error, CUSTOMER_NOT_ENABLED, PERMISSION_DENIED, SETTINGS, Enable the account",
        "header_error, INVALID_LOGIN_CUSTOMER_ID, INVALID_ARGUMENT, SETTINGS, login-customer-id",
        "quota_error, RESOURCE_EXHAUSTED, RESOURCE_EXHAUSTED, THROTTLED, Google Ads says",
        "quota_error, EXCESSIVE_SHORT_TERM_QUERY_RESOURCE_CONSUMPTION, RESOURCE_EXHAUSTED, THROTTLED, Google Ads",
        "quota_error, ACCESS_PROHIBITED, PERMISSION_DENIED, ACCESS, lost its access",
        "internal_error, TRANSIENT_ERROR, INTERNAL, UNAVAILABLE, Google Ads",
        "internal_error, INTERNAL_ERROR, INTERNAL, UNAVAILABLE, Google Ads",
        "request_error, UNSUPPORTED_VERSION, INVALID_ARGUMENT, DATA, upgrade of Nhịp",
        "request_error, INVALID_CUSTOMER_ID, INVALID_ARGUMENT, SETTINGS, customer-id",
        "request_error, RPC_DEADLINE_TOO_SHORT, DEADLINE_EXCEEDED, SETTINGS, patience-seconds",
        "request_error, REQUIRED_FIELD_MISSING, INVALID_ARGUMENT, DATA, Google Ads",
        "query_error, REQUESTED_METRICS_FOR_MANAGER, INVALID_ARGUMENT, SETTINGS, customer-id",
        "query_error, PROHIBITED_METRIC_IN_SELECT_OR_WHERE_CLAUSE, INVALID_ARGUMENT, DATA, Google Ads",
        "range_error, TOO_LOW, OUT_OF_RANGE, DATA, Google Ads",
    })
    void eachRefusalSaysWhoActsNextAndWithWhichRequest(
            String part, String code, Status.Code status, Kind kind, String naming) {
        fail(new AdsRefusal(status, error(part, code).build()));
        ConnectorException thrown = refused();
        assertThat(thrown.kind()).as(thrown.getMessage()).isEqualTo(kind);
        assertThat(thrown)
                .hasMessageContaining(naming.replace("Google Ads says", "Google Ads (account"))
                .hasMessageContaining(part + " " + code)
                .hasMessageContaining("request " + AdsRefusal.REQUEST_ID);
        boolean token = status == Status.Code.UNAUTHENTICATED && kind == Kind.ACCESS;
        assertThat(access.refusals()).as("tokens said to be refused").hasSize(token ? 1 : 0);
    }

    @Test
    void aRefusalNamesTheFieldThatItIsAbout() {
        ErrorLocation.FieldPathElement.Builder operation = ErrorLocation.FieldPathElement.newBuilder()
                .setFieldName("operations")
                .setIndex(2);
        GoogleAdsError.Builder error = error("query_error", "UNRECOGNIZED_FIELD");
        error.getLocationBuilder()
                .addFieldPathElements(operation)
                .addFieldPathElements(
                        ErrorLocation.FieldPathElement.newBuilder().setFieldName("query"));
        error.getTriggerBuilder().setStringValue("metrics.cost_micros");
        fail(new AdsRefusal(Status.Code.INVALID_ARGUMENT, error.build()));
        assertThat(refused()).hasMessageContaining("at operations[2].query, for 'metrics.cost_micros'");
    }

    @Test
    void anErrorThatIsNewerThanTheSdkIsLeftToTheStatus() {
        fail(new AdsRefusal(
                Status.Code.UNAVAILABLE,
                GoogleAdsError.newBuilder().setMessage("a new kind of trouble").build()));
        ConnectorException thrown = refused();
        assertThat(thrown.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(thrown).hasMessageContaining("a new kind of trouble").hasMessageContaining("not known here");
    }

    @Test
    void a02ATokenThatEndsAtTheMiddlePageIsRenewedOnceAndThatPageReadAgain() {
        List<Page> undisturbed = reading.pages(DAYS);
        List<String> held = new ArrayList<>(List.of("token-1", "token-2"));
        List<String> good = new ArrayList<>(List.of("token-1"));
        Access renewing = new Access() {
            @Override
            public Secret token() {
                return Secret.of(held.get(0));
            }

            @Override
            public void refused(Secret token) {
                held.remove(token.reveal());
            }
        };
        try (Scene other = new Scene(Scene.CLOCK, token -> good.contains(token))) {
            Reading there = new Reading(other.account(Scene.SHOP, SampleBusiness.ZONE, Scene.CLOCK, renewing));
            List<Page> pages = new ArrayList<>();
            Optional<Cursor> after = Optional.empty();
            try (Connector connector = there.open()) {
                while (pages.size() < undisturbed.size()) {
                    if (pages.size() == 3 && held.size() == 2) {
                        good.set(0, "token-2");
                        Optional<Cursor> here = after;
                        ConnectorException thrown = catchThrowableOfType(
                                ConnectorException.class, () -> connector.read(Reading.request(DAYS, here)));
                        assertThat(thrown.kind()).isEqualTo(Kind.ACCESS);
                        assertThat(held).containsExactly("token-2");
                    }
                    pages.add(connector.read(Reading.request(DAYS, after)));
                    after = pages.get(pages.size() - 1).next();
                }
            }
            assertThat(pages.stream().flatMap(page -> page.facts().stream()))
                    .containsExactlyElementsOf(undisturbed.stream()
                            .flatMap(page -> page.facts().stream())
                            .toList());
        }
    }

    @Test
    void a08TheVersionIsDeclaredWithItsLastDay() {
        assertThat(new GoogleAdsConnectorFactory().spec().versions())
                .containsExactly(new ApiVersion("v23", Optional.of(LocalDate.of(2027, 1, 31))));
    }

    @Test
    void a08AVersionThatHasEndedNeedsAnUpgradeAndIsNotAskedForAgain() {
        fail(AdsRefusal.of(
                RequestError.UNSUPPORTED_VERSION,
                "Version v23 is deprecated. Requests to this version will be blocked."));
        ConnectorException thrown = refused();
        assertThat(thrown.kind().retryable()).isFalse();
        assertThat(thrown)
                .hasMessageContaining("Version v23 is deprecated")
                .hasMessageContaining("upgrade of Nhịp is needed");
        assertThat(scene.requests()).hasSize(1);
    }

    @Test
    void a08AnotherVersionInTheOperatorsFileIsRefusedByName() {
        GoogleAdsConnectorFactory factory = new GoogleAdsConnectorFactory();
        Settings settings = Settings.of(factory.spec(), account.settings(), account.secrets());
        ConnectorContext context = new ConnectorContext(
                Scene.CLOCK,
                SampleBusiness.ZONE,
                Currency.getInstance("VND"),
                access,
                new Site(Optional.of(scene.face().base()), Optional.of("v22")));
        assertThatThrownBy(() -> factory.open(settings, context)).hasMessageContaining("there is no version v22");
    }

    @Test
    void e12APageThatGoogleForgotMakesTheSliceBeginAnewWithoutLossOrDoubles() {
        Map<String, Fact> undisturbed = Reading.byKey(reading.pages(DAYS));
        List<Page> pages = new ArrayList<>();
        try (Connector connector = reading.open()) {
            Optional<Cursor> after = Optional.empty();
            do {
                if (pages.size() == 3) {
                    scene.face().forgetPages();
                }
                Page page = connector.read(Reading.request(DAYS, after));
                pages.add(page);
                after = page.next();
            } while (after.isPresent());
        }
        assertThat(pages.get(3).facts()).isEmpty();
        assertThat(Reading.drift(pages)).singleElement().asString().contains("begun anew");
        assertThat(Reading.byKey(pages)).isEqualTo(undisturbed);
    }

    @Test
    void aReportThatNeverComesToItsEndIsGivenUpForNow() {
        scene.face()
                .twist((request, answer) -> request.getPageToken().isEmpty()
                        ? answer
                        : answer.toBuilder()
                                .setTotalResultsCount(answer.getTotalResultsCount() + 1)
                                .build());
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, () -> reading.pages(DAYS));
        assertThat(thrown.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(thrown).hasMessageContaining("4 times");
    }

    @Test
    void aPageThatIsSentTwiceIsAnError() {
        scene.face()
                .twist((request, answer) -> request.getPageToken().isEmpty() || answer.getResultsCount() < Scene.ROWS
                        ? answer
                        : answer.toBuilder().setResults(0, answer.getResults(1)).build());
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, () -> reading.pages(DAYS));
        assertThat(thrown.kind()).isEqualTo(Kind.DATA);
    }

    @Test
    void aDaysOperationsAreWaitedForAsLongAsGoogleSaysAndReadingGoesOnThere() {
        List<Page> undisturbed = reading.pages(DAYS);
        scene.face().allowing(2);
        List<Page> pages = new ArrayList<>();
        try (Connector connector = reading.open()) {
            pages.add(connector.read(Reading.request(DAYS, Optional.empty())));
            pages.add(connector.read(Reading.request(DAYS, pages.get(0).next())));
            ConnectorException thrown = catchThrowableOfType(
                    ConnectorException.class,
                    () -> connector.read(Reading.request(DAYS, pages.get(1).next())));
            assertThat(thrown.kind()).isEqualTo(Kind.THROTTLED);
            assertThat(thrown.retryAfter()).contains(Duration.ofHours(7));
            scene.face().allowing(1);
            while (pages.get(pages.size() - 1).next().isPresent()) {
                pages.add(connector.read(
                        Reading.request(DAYS, pages.get(pages.size() - 1).next())));
            }
        }
        assertThat(Reading.byKey(pages)).isEqualTo(Reading.byKey(undisturbed));
    }

    @ParameterizedTest
    @CsvSource({
        "RESOURCE_EXHAUSTED, 90, PT1M30S",
        "RESOURCE_EXHAUSTED, 0, PT1M",
        "RESOURCE_TEMPORARILY_EXHAUSTED, 0, PT1M",
        "EXCESSIVE_LONG_TERM_QUERY_RESOURCE_CONSUMPTION, 0, PT1H"
    })
    void anExhaustedQuotaIsWaitedForAsLongAsGoogleSays(QuotaError code, long seconds, Duration wait) {
        QuotaErrorDetails.Builder details = QuotaErrorDetails.newBuilder();
        details.getRetryDelayBuilder().setSeconds(seconds);
        fail(new AdsRefusal(
                Status.Code.RESOURCE_EXHAUSTED,
                GoogleAdsError.newBuilder()
                        .setErrorCode(ErrorCode.newBuilder().setQuotaError(code))
                        .setMessage("Too many requests.")
                        .setDetails(ErrorDetails.newBuilder().setQuotaErrorDetails(details))
                        .build()));
        assertThat(refused().retryAfter()).contains(wait);
    }

    @Test
    void everyCallBringsTheDeveloperTokenAndTheManager() {
        reading.pages(DAYS);
        assertThat(scene.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.header("developer-token")).isEqualTo(Scene.DEVELOPER);
            assertThat(request.header("login-customer-id")).isEqualTo(Scene.MANAGER);
            assertThat(request.header("authorization")).isEqualTo("Bearer " + Scene.TOKEN);
        });
    }

    @ParameterizedTest
    @CsvSource({"customer-id, 123", "customer-id, AW-123", "login-customer-id, 12-34", "patience-seconds, 0"})
    void settingsThatMakeNoSenseAreRefusedByName(String setting, String value) {
        assertThatThrownBy(() -> new Reading(account.with(setting, value)).open())
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.SETTINGS))
                .hasMessageContaining(setting);
    }

    @Test
    void dashesOfANumberAreLeftOut() {
        assertThat(new Reading(account.with("customer-id", "123-456-7890")).pages(DAYS))
                .isNotEmpty();
    }

    private void fail(AdsRefusal refusal) {
        scene.face().server().fail(FaultPlan.always(refusal.fault()));
    }

    private ConnectorException refused() {
        try (Connector connector = reading.open()) {
            return catchThrowableOfType(
                    ConnectorException.class, () -> connector.read(Reading.request(DAYS, Optional.empty())));
        }
    }

    /** An error by the names that Google has for its part and its code. */
    private static GoogleAdsError.Builder error(String part, String code) {
        FieldDescriptor field = ErrorCode.getDescriptor().findFieldByName(part);
        EnumValueDescriptor value = field.getEnumType().findValueByName(code);
        return GoogleAdsError.newBuilder()
                .setMessage("Something is not as it should be.")
                .setErrorCode(ErrorCode.newBuilder().setField(field, value));
    }
}
