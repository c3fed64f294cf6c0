package vn.nhip.sandbox.face.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Truth;

/** What the emulated Graph API says is the truth, once days have settled. */
class GraphFaceTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 1, 14);
    private static final Truth TRUTH =
            SampleBusiness.of(SampleBusiness.SEED, FIRST, LAST).truth();
    private static final String REPORT = "time_increment=1&fields=spend,impressions,actions,campaign_id"
            + "&action_attribution_windows=" + encoded("[\"7d_click\",\"1d_view\"]");

    private final GraphAccount account = GraphAccount.of("77", TRUTH);
    private final GraphFace face = GraphFace.of(
            Clock.fixed(Instant.parse("2026-01-15T01:00:00Z"), ZoneOffset.UTC), Tokens.only("good"), account);

    @AfterEach
    void close() {
        face.close();
    }

    @Test
    void theAccountsFiguresAreTheSumOfTheTruth() throws Exception {
        BigDecimal cost = sum(rows("level=account", 500), "spend");
        assertThat(cost)
                .isEqualByComparingTo(TRUTH.web().ads().stream()
                        .filter(ad -> ad.platform() == AdSpend.Platform.META)
                        .map(AdSpend::cost)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(sum(rows("level=campaign", 500), "spend")).isEqualByComparingTo(cost);
    }

    @Test
    void pagesJoinWithoutGapOrOverlap() throws Exception {
        assertThat(sum(rows("level=campaign", 7), "impressions"))
                .isEqualByComparingTo(sum(rows("level=campaign", 500), "impressions"));
    }

    @Test
    void daysThatSettleStillShowLessAndACampaignThatVanishes() throws Exception {
        face.put(account.settlingAfter(28));
        assertThat(rows("level=campaign", 500).toString()).contains("23850000000000199");
        BigDecimal young = sum(rows("level=account", 500), "spend");
        face.put(account);
        assertThat(rows("level=campaign", 500).toString()).doesNotContain("23850000000000199");
        assertThat(sum(rows("level=account", 500), "spend")).isLessThan(young);
    }

    @Test
    void everyFormInquiryIsALeadOfOneOfTheForms() throws Exception {
        JsonNode forms = ask("GET", "/v24.0/" + account.page() + "/leadgen_forms", "");
        int leads = 0;
        for (JsonNode form : forms.path("data")) {
            String all = "filtering=" + encoded("[{\"value\":0},{\"value\":99999999999}]") + "&limit=100000";
            leads += ask("GET", "/v24.0/" + form.path("id").asText() + "/leads?" + all, "")
                    .path("data")
                    .size();
        }
        assertThat(leads)
                .isEqualTo((int) TRUTH.web().inquiries().stream()
                        .filter(inquiry -> inquiry.origin() == Inquiry.Origin.FORM)
                        .count())
                .isPositive();
    }

    @Test
    void aTokenThatIsNotKnownAndAnObjectThatIsNotThereAreRefusedAsMetaDoes() throws Exception {
        GraphAnswer stranger = face.answer(GraphAsk.of("GET", "/v24.0/act_77", Map.of(), ""));
        assertThat(new ObjectMapper()
                        .readTree(stranger.body())
                        .path("error")
                        .path("code")
                        .asInt())
                .isEqualTo(190);
        assertThat(ask("GET", "/v24.0/act_5", "")
                        .path("error")
                        .path("error_subcode")
                        .asInt())
                .isEqualTo(33);
    }

    @Test
    void faultsMeetTheRequestsTheyArePlannedFor() throws Exception {
        face.faults(GraphFaults.of(FaultPlan.at(Map.of(1, GraphAnswer.json(500, "{}")))));
        assertThat(ask("GET", "/v24.0/act_77", "").path("currency").asText()).isEqualTo("USD");
        assertThat(ask("GET", "/v24.0/act_77", "").isEmpty()).isTrue();
        assertThat(face.asked()).hasSize(2);
    }

    /** Orders the report, waits for it and reads all its pages. */
    private JsonNode rows(String level, int limit) throws Exception {
        String range = encoded("{\"since\":\"" + FIRST + "\",\"until\":\"" + LAST + "\"}");
        JsonNode order = ask("POST", "/v24.0/act_77/insights", REPORT + "&time_range=" + range + "&" + level);
        String job = "/v24.0/" + order.path("report_run_id").asText();
        assertThat(ask("GET", job, "").path("async_status").asText()).isEqualTo("Job Running");
        assertThat(ask("GET", job, "").path("async_status").asText()).isEqualTo("Job Completed");
        ArrayNode rows = new ObjectMapper().createArrayNode();
        String after = "";
        do {
            JsonNode page = ask("GET", job + "/insights?limit=" + limit + "&after=" + after, "");
            page.path("data").forEach(rows::add);
            after = page.path("paging").has("next")
                    ? page.path("paging").path("cursors").path("after").asText()
                    : "";
        } while (!after.isEmpty());
        return rows;
    }

    private JsonNode ask(String method, String target, String form) throws Exception {
        GraphAsk ask = GraphAsk.of(method, target, Map.of("authorization", "Bearer good"), form);
        return new ObjectMapper().readTree(face.answer(ask).body());
    }

    private static BigDecimal sum(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new BigDecimal(row.path(field).asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
