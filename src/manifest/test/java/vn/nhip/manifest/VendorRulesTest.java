package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Page;
import vn.nhip.spi.QuotaLevel;
import vn.nhip.spi.SurveyAnswer;
import vn.nhip.testkit.Answer;
import vn.nhip.testkit.FakeSource;
import vn.nhip.testkit.GivenAccess;
import vn.nhip.testkit.Received;

/** Acceptance cases of single sources: their limits, their refusals, and what they answer where there is nothing. */
class VendorRulesTest {

    private static final Map<String, String> COMPANY = Map.of("company", "9341", "method", "Cash");

    @Test
    void e15BrevoWithoutAnyCampaignIsNoRowsAndNoFailure() {
        try (FakeSource source = FakeSource.silent().always(Answer.json("{\"count\":0}"));
                Connector brevo = Desk.open(Desk.folder("brevo"), source, "key-1")) {
            assertThat(Desk.readAll(brevo, "campaigns"))
                    .singleElement()
                    .satisfies(page -> assertThat(page.counts().read()).isZero());
        }
    }

    /** Brevo sorts by when a campaign was made: one that is sent late pushes all behind it to the next page. */
    @Test
    void e15ACampaignThatWasMadeEarlyAndSentBetweenTwoPagesIsRead() {
        List<Integer> sent = new ArrayList<>();
        for (int id = 1; id <= 150; id++) {
            sent.add(id);
        }
        try (FakeSource source = FakeSource.speaking(request -> {
                    Answer page = campaigns(sent, request);
                    if (!sent.contains(0)) {
                        sent.add(0, 0);
                    }
                    return page;
                });
                Connector brevo = Desk.open(Desk.folder("brevo"), source, "key-1")) {
            assertThat(Desk.readAll(brevo, "campaigns").stream()
                            .flatMap(page -> page.facts().stream())
                            .map(envelope -> envelope.fact().key())
                            .collect(Collectors.toSet()))
                    .hasSize(151)
                    .contains("0");
        }
    }

    private static Answer campaigns(List<Integer> sent, Received request) {
        int from = Integer.parseInt(request.target().replaceFirst(".*offset=([0-9]+).*|.*", "0$1"));
        return Answer.json(sent.subList(from, Math.min(from + 100, sent.size())).stream()
                .map(id ->
                        "{\"id\":" + id + ",\"sentDate\":\"2026-01-03T02:00:00.000Z\",\"statistics\":{\"globalStats\":"
                                + "{\"sent\":9,\"delivered\":9,\"hardBounces\":0,\"softBounces\":0,\"uniqueViews\":0,"
                                + "\"uniqueClicks\":0,\"unsubscriptions\":0}}}")
                .collect(Collectors.joining(",", "{\"count\":" + sent.size() + ",\"campaigns\":[", "]}")));
    }

    @Test
    void e16HubspotsLimitsAreReadFromItsHeadersAndTheDailyOneIsAWait() {
        try (FakeSource source = FakeSource.silent();
                Connector hubspot = Desk.open(Desk.folder("hubspot"), source, "token")) {
            source.next(Answer.json("{\"results\":[]}")
                    .header("X-HubSpot-RateLimit-Daily", "650000")
                    .header("X-HubSpot-RateLimit-Daily-Remaining", "649000")
                    .header("X-HubSpot-RateLimit-Max", "190")
                    .header("X-HubSpot-RateLimit-Remaining", "189"));
            assertThat(Desk.readAll(hubspot, "deals").get(0).notes().quotas())
                    .extracting(QuotaLevel::left)
                    .containsExactly(189L, 649_000L);

            source.always(refusal("{\"status\":\"error\",\"message\":\"You have reached your daily limit.\","
                    + "\"errorType\":\"RATE_LIMIT\",\"policyName\":\"DAILY\"}"));
            assertThat(failure(hubspot, "deals"))
                    .hasMessageContaining("daily limit")
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.THROTTLED))
                    .satisfies(failure -> assertThat(failure.retryAfter()).isPresent());
        }
    }

    private static Answer refusal(String body) {
        Answer answer = Answer.json(body);
        return new Answer(429, answer.headers(), answer.body(), answer.delay(), false);
    }

    @Test
    void e16HubspotsPropertiesStandInNoLongAddress() {
        try (FakeSource source = FakeSource.silent().always(Answer.json("{\"total\":0,\"results\":[]}"));
                Connector hubspot = Desk.open(Desk.folder("hubspot"), source, "token")) {
            List.of("contacts", "archived-contacts", "deals", "archived-deals")
                    .forEach(stream -> Desk.readAll(hubspot, stream));

            assertThat(source.requests())
                    .allSatisfy(request -> assertThat(request.target()).hasSizeLessThan(500))
                    .anySatisfy(request -> assertThat(request.target()).endsWith("/contacts/search"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\":[{\"message\":\"Throttled\"}],\"extensions\":{\"cost\":{\"requestedQueryCost\":620}}}",
                "{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}]}"
            })
    void e18ShopifysBucketThatIsEmptyIsAWaitThoughItIsAnsweredWith200(String refusal) {
        try (FakeSource source = FakeSource.silent().always(Answer.json(refusal));
                Connector shopify = shopify(source)) {
            assertThat(failure(shopify, "orders"))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.THROTTLED))
                    .satisfies(failure -> assertThat(failure.retryAfter()).isPresent());
        }
    }

    /** Ten orders with fifty lines: each order and each line costs a point, each connection two. */
    @Test
    void e18ShopifyIsNeverAskedForMoreThanOneQueryMayCostAndARightThatLacksIsNamed() {
        try (FakeSource source = FakeSource.silent()
                        .always(Answer.json("{\"errors\":[{\"message\":\"Access denied for orders field.\","
                                + "\"extensions\":{\"code\":\"ACCESS_DENIED\"}}]}"));
                Connector shopify = shopify(source)) {
            assertThat(failure(shopify, "orders"))
                    .hasMessageContaining("read_orders")
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.ACCESS));
            assertThat(source.requests()).allSatisfy(request -> assertThat(request.body())
                    .contains("\"first\":10", "lineItems(first: 50)", "sortKey: ID"));
        }
    }

    private static Connector shopify(FakeSource source) {
        return Desk.open(Desk.folder("shopify"), source, GivenAccess.of("token"), Map.of("shop", "tiem-tra"));
    }

    @ParameterizedTest
    @CsvSource({"Cash, ", "Accrual, another basis"})
    void e19AReportOnAnotherBasisThanTheBooksAreReadOnIsRefused(String basis, String message) {
        Answer report = Answer.json("{\"Header\":{\"ReportName\":\"ProfitAndLoss\",\"ReportBasis\":\"" + basis
                + "\",\"Option\":[{\"Name\":\"NoReportData\",\"Value\":\"true\"}]},\"Rows\":{}}");
        try (FakeSource source = FakeSource.silent().always(report);
                Connector books = Desk.open(Desk.folder("quickbooks"), source, GivenAccess.of("token"), COMPANY)) {
            Optional<ConnectorException> failure = Optional.ofNullable(failure(books, "profit-and-loss"));
            assertThat(failure.map(ConnectorException::kind))
                    .isEqualTo(Optional.ofNullable(message).map(any -> Kind.DATA));
            assertThat(source.requests())
                    .allSatisfy(request -> assertThat(request.target()).contains("accounting_method=Cash"));
        }
    }

    @Test
    void e19QuickbooksLimitOfAMinuteIsAWait() {
        try (FakeSource source = FakeSource.silent().always(Answer.status(429));
                Connector books = Desk.open(Desk.folder("quickbooks"), source, GivenAccess.of("token"), COMPANY)) {
            assertThat(failure(books, "profit-and-loss").kind()).isEqualTo(Kind.THROTTLED);
        }
    }

    /** Two forms of one account, each with its own scale: an answer carries the scale that it was given on. */
    @ParameterizedTest
    @CsvSource({"0, 10, NPS", "1, 5, CSAT"})
    void e21AnAnswerCarriesTheScaleOfItsSurvey(String lowest, String highest, SurveyAnswer.Survey survey) {
        Map<String, String> settings =
                Map.of("form", "f1", "score-field", "q1", "lowest", lowest, "highest", highest, "survey", survey.id());
        try (FakeSource source = FakeSource.silent();
                Connector typeform = Desk.open(Desk.folder("typeform"), source, GivenAccess.of("token"), settings)) {
            source.next(
                    Answer.json("{\"items\":[{\"token\":\"t1\",\"submitted_at\":\"2026-01-05T00:00:00Z\",\"answers\":"
                            + "[{\"type\":\"number\",\"number\":5,\"field\":{\"ref\":\"q1\",\"id\":\"q1\"}}]}]}"));
            source.always(Answer.json("{\"items\":[]}"));
            assertThat(Desk.readAll(typeform, "answers").stream()
                            .map(Page::facts)
                            .flatMap(List::stream)
                            .map(envelope -> (SurveyAnswer) envelope.fact()))
                    .singleElement()
                    .satisfies(answer -> {
                        assertThat(answer.scaleMin()).hasToString(lowest);
                        assertThat(answer.scaleMax()).hasToString(highest);
                        assertThat(answer.survey()).isEqualTo(survey);
                    });
        }
    }

    private static ConnectorException failure(Connector connector, String stream) {
        return catchThrowableOfType(ConnectorException.class, () -> Desk.readAll(connector, stream));
    }
}
