package vn.nhip.connector.metaads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.AdsInsights;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.face.graph.GraphAnswer;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;

/** What Meta's SDK does unless it is told otherwise, and how it is told. */
class SdkTrapsTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2026, 1, 10), LocalDate.of(2026, 1, 14));
    private static final String APP_SECRET = "0123456789abcdef0123456789abcdef";

    private final Desk desk = new Desk(Shop.advertising(DAYS, 2));

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void noCrashReporterIsInstalledAndNobodyElseIsCalled() {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        desk.pages(DAYS);
        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
        assertThat(desk.face.asked())
                .isNotEmpty()
                .noneMatch(ask -> ask.edge().equals("debug_token") || ask.edge().equals("instruments"));
    }

    @Test
    void nothingIsPrinted() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            desk.pages(DAYS);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theTokenIsInAHeaderAndNeverInAnAddressOrForm() {
        List<Page> pages = desk.pages(DAYS);
        assertThat(desk.face.asked()).allSatisfy(ask -> {
            assertThat(ask.headers()).containsEntry("Authorization", "Bearer " + Desk.TOKEN);
            assertThat(ask.parameters()).doesNotContainKey("access_token");
            assertThat(ask.parameters().values()).noneMatch(value -> value.contains(Desk.TOKEN));
        });
        assertThat(pages).allSatisfy(page -> assertThat(page.raw().request()).doesNotContain(Desk.TOKEN, "?"));
    }

    @Test
    void theLinksOfAPageAreKeptWithoutTheTokenThatTheyRepeat() {
        desk.face.put(desk.account.with(Shop.advertising(DAYS, 200)));
        assertThat(desk.pages(DAYS))
                .extracting(page -> new String(page.raw().bytes(), StandardCharsets.UTF_8))
                .anyMatch(raw -> raw.contains("access_token=***"))
                .noneMatch(raw -> raw.contains(Desk.TOKEN));
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        desk.face.faults((call, ask) -> Optional.of(GraphAnswer.json(200, "").over(GraphAnswer.Wire.SILENCE)));
        long began = System.nanoTime();
        assertThatThrownBy(() -> desk.impatient().pages(DAYS))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("in time");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    /** The SDK's own reading of an error that came with status 200: one row, every field null. */
    @Test
    void anErrorNeverBecomesARowOfNulls() throws APIException {
        String error = "{\"error\":{\"code\":17,\"message\":\"limit\"}}";
        APIContext context = new APIContext("http://127.0.0.1", "http://127.0.0.1", "v24.0", "t", null, null, false);
        List<AdsInsights> trap = new AdAccount.APIRequestGetInsights("act_1", context).parseResponse(error, "{}");
        assertThat(trap).singleElement().satisfies(row -> assertThat(row.getFieldSpend())
                .isNull());
        desk.face.faults(
                (call, ask) -> ask.edge().equals("insights") && ask.method().equals("GET")
                        ? Optional.of(GraphAnswer.json(200, error))
                        : Optional.empty());
        assertThatThrownBy(() -> desk.pages(DAYS))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.THROTTLED));
    }

    @Test
    void noPageIsAskedForAfterTheLast() {
        desk.face.put(desk.account.with(Shop.advertising(DAYS, 200)));
        desk.face.faults((call, ask) -> Optional.empty());
        desk.pages(DAYS);
        assertThat(desk.face.asked().stream()
                        .filter(ask ->
                                ask.edge().equals("insights") && ask.method().equals("GET")))
                .as("1 page of the account, 1,000 rows of campaigns in pages of 500")
                .hasSize(1 + 2);
    }

    @Test
    void theAppsSecretIsProvenWithEveryCallAndNeverSent() {
        desk.face.put(desk.account.proving(APP_SECRET));
        assertThatThrownBy(() -> desk.pages(DAYS)).isInstanceOf(ConnectorException.class);
        desk.secret("app-secret", APP_SECRET);
        desk.face.faults((call, ask) -> Optional.empty());
        assertThat(Desk.adDays(desk.pages(DAYS))).isNotEmpty();
        assertThat(desk.face.asked()).allSatisfy(ask -> {
            assertThat(ask.parameters()).containsKey("appsecret_proof");
            assertThat(ask.toString()).doesNotContain(APP_SECRET);
        });
    }

    @Test
    void accountsSideBySideDoNotMixThoughTheSdkHasOneExecutor() throws Exception {
        DayRange days = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 14));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Desk one = new Desk(Shop.advertising(days, 3));
                Desk other = new Desk(Shop.advertising(days, 7))) {
            Callable<Integer> small = () -> one.night(days).size();
            Callable<Integer> large = () -> other.night(days).size();
            for (int round = 0; round < 5; round++) {
                Future<Integer> first = threads.submit(small);
                Future<Integer> second = threads.submit(large);
                assertThat(first.get()).isEqualTo(14 * 4);
                assertThat(second.get()).isEqualTo(14 * 8);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aForeignContextAndAsynchronousCallsAreRefused() {
        try (Connector connector = desk.open()) {
            APIContext foreign =
                    new APIContext(desk.face.base().toString(), "http://x", "v24.0", Desk.TOKEN, null, null, false);
            AdAccount account = new AdAccount("act_1", foreign);
            assertThatThrownBy(() -> account.getInsights().execute()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> account.getInsights().executeAsync())
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThat(connector.toString()).doesNotContain(Desk.TOKEN);
        }
        assertThat(desk.face.asked()).isEmpty();
    }
}
