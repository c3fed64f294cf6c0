package vn.nhip.connector.metaads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.sandbox.face.graph.GraphAnswer;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.QuotaLevel;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** Acceptance cases A08, A22 and E01: what Meta refuses, and what it says of limits and versions. */
class RefusalCasesTest {

    private static final DayRange DAYS = DayRange.of(LocalDate.of(2026, 1, 14));
    private static final String BUSINESS = "x-business-use-case-usage";

    private final Desk desk = new Desk(Shop.advertising(DAYS, 2));

    @AfterEach
    void close() {
        desk.close();
    }

    private ConnectorException refused(GraphAnswer answer) {
        desk.face.faults((call, ask) -> Optional.of(answer));
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, () -> desk.pages(DAYS));
        assertThat(thrown).isNotNull();
        assertThat(desk.face.asked()).as("requests of one attempt").hasSize(1);
        assertThat(thrown.toString() + thrown.getCause()).doesNotContain(Desk.TOKEN);
        return thrown;
    }

    @ParameterizedTest
    @ValueSource(ints = {458, 459, 460, 463, 464, 467, 492})
    void a02ATokenThatEndedAsksToConnectAgainAndIsHandedBackOnce(int subcode) {
        ConnectorException thrown =
                refused(GraphAnswer.error(400, 190, subcode, "Malformed access token " + Desk.TOKEN));
        assertThat(thrown.kind()).isEqualTo(Kind.ACCESS);
        assertThat(thrown).hasMessageContaining("(#190/" + subcode + ")").hasMessageContaining("connect again");
        assertThat(desk.refusedTokens()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 200, 272, 294, 299})
    void a22ARightThatIsMissingIsNamedAsSuch(int code) {
        ConnectorException thrown = refused(GraphAnswer.error(403, code, 0, "Permission error"));
        assertThat(thrown.kind()).isEqualTo(Kind.ACCESS);
        assertThat(thrown).hasMessageContaining("ads_read");
        assertThat(desk.refusedTokens()).as("the token itself is good").isZero();
    }

    @ParameterizedTest
    @CsvSource({"190, ACCESS", "10, ACCESS", "4, THROTTLED", "1, UNAVAILABLE", "2, UNAVAILABLE", "999, DATA"})
    void a22AnErrorWithStatus200IsAnError(int code, Kind kind) {
        assertThat(refused(GraphAnswer.error(200, code, 0, "no")).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"data\": {}}", "{\"success\": true}"})
    void a22AnAnswerWithoutWhatWasAskedForIsNotAnEmptyOne(String body) {
        assertThat(refused(GraphAnswer.json(200, body)).kind()).isEqualTo(Kind.DATA);
    }

    @Test
    void a08AnotherVersionThanAskedForIsNoted() {
        desk.face.faults((call, ask) -> ask.edge().equals("act_" + Desk.NUMBER)
                ? Optional.of(GraphAnswer.json(
                                200, "{\"currency\":\"USD\",\"timezone_name\":\"Asia/Ho_Chi_Minh\",\"id\":\"act_1\"}")
                        .header("facebook-api-version", "v26.0"))
                : Optional.empty());
        List<Page> pages = desk.pages(DAYS);
        assertThat(Desk.drift(pages)).anyMatch(words -> words.contains("v24.0") && words.contains("v26.0"));
        assertThat(Desk.adDays(pages)).isNotEmpty();
    }

    @Test
    void a08AVersionThatIsNoLongerServedSaysWhatToDo() {
        ConnectorException thrown =
                refused(GraphAnswer.error(400, 2635, 0, "You are calling a deprecated version of the Ads API"));
        assertThat(thrown.kind()).isEqualTo(Kind.DATA);
        assertThat(thrown).hasMessageContaining("v24.0").hasMessageContaining("upgrade");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 17, 32, 613, 80_000, 80_001, 80_002, 80_003, 80_004, 80_005, 80_006, 80_008, 80_014})
    void e01EveryLimitWaitsAsLongAsMetaSaysInMinutes(int code) {
        ConnectorException thrown = refused(GraphAnswer.error(400, code, 0, "limit")
                .header(
                        BUSINESS,
                        "{\"77\":[{\"type\":\"ads_insights\",\"call_count\":100,\"total_cputime\":40,"
                                + "\"total_time\":30,\"estimated_time_to_regain_access\":19}]}"));
        assertThat(thrown.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(thrown.retryAfter()).contains(Duration.ofMinutes(19));
    }

    @Test
    void e01ALimitThatDoesNotSayHowLongWaitsFiveMinutes() {
        assertThat(refused(GraphAnswer.error(400, 17, 2_446_079, "limit")).retryAfter())
                .contains(Duration.ofMinutes(5));
    }

    @Test
    void e01TheUsageOfEveryAnswerGoesToTheLedger() {
        desk.face.faults((call, ask) -> Optional.of(GraphAnswer.json(
                        200, "{\"currency\":\"USD\",\"timezone_name\":\"Asia/Ho_Chi_Minh\"}")
                .header(BUSINESS, "{\"77\":[{\"type\":\"ads_insights\",\"call_count\":76,\"total_cputime\":2}]}")
                .header("x-app-usage", "{\"call_count\":28,\"total_time\":25,\"total_cputime\":30}")
                .header("x-ad-account-usage", "{\"acc_id_util_pct\":9.67,\"reset_time_duration\":120}")
                .header("x-fb-ads-insights-throttle", "{\"app_id_util_pct\":80,\"acc_id_util_pct\":0}")));
        desk.setting("app-id", "4711");
        Page first;
        try (Connector connector = desk.open()) {
            Slice slice = connector.slices(MetaAdsConnector.AD_DAYS, DAYS).get(0);
            first = connector.read(new ReadRequest(MetaAdsConnector.AD_DAYS, slice, Optional.empty()));
        }
        assertThat(first.notes().quotas())
                .extracting(QuotaLevel::owner, QuotaLevel::name, QuotaLevel::left)
                .containsExactlyInAnyOrder(
                        tuple("business 77", "ads_insights", 24L),
                        tuple("app 4711", "calls", 70L),
                        tuple("act_" + Desk.NUMBER, "calls", 90L),
                        tuple("app 4711", "insights", 20L),
                        tuple("act_" + Desk.NUMBER, "insights", 100L));
        assertThat(first.notes().quotas().get(2).resets()).isEqualTo(Desk.MORNING.plusSeconds(120));
    }

    @Test
    void e01UsageThatCannotBeReadDoesNotSpoilTheAnswer() {
        desk.face.faults((call, ask) -> ask.edge().equals("act_" + Desk.NUMBER)
                ? Optional.of(GraphAnswer.json(200, "{\"currency\":\"USD\",\"timezone_name\":\"Asia/Ho_Chi_Minh\"}")
                        .header("x-app-usage", "much"))
                : Optional.empty());
        assertThat(desk.pages(DAYS)).isNotEmpty();
    }

    @Test
    void anAccountThatMetaDoesNotKnowIsASetting() {
        assertThatThrownBy(() -> desk.setting("ad-account", "5").pages(DAYS))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.SETTINGS))
                .hasMessageContaining("ad-account");
    }
}
