package vn.nhip.sandbox.face.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import vn.nhip.sandbox.face.Tokens;

/** What the Graph API answers, without the wire: accounts, reports, pages of rows, leads, and its own refusals. */
final class GraphApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MONTHS = 37;

    private final Clock clock;
    private final Tokens tokens;
    private final Jobs jobs = new Jobs();
    private final GraphPaging paging = new GraphPaging();
    private final Map<String, GraphAccount> accounts = new ConcurrentSkipListMap<>();

    GraphApi(Clock clock, Tokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    void put(GraphAccount account) {
        accounts.put(account.id(), account);
    }

    Jobs jobs() {
        return jobs;
    }

    GraphPaging paging() {
        return paging;
    }

    GraphAnswer answer(GraphAsk ask) {
        if (!tokens.accepts(ask.token())) {
            return GraphAnswer.error(400, 190, 463, "Error validating access token " + ask.token());
        }
        if (accounts.values().stream().anyMatch(account -> !Proof.given(account, ask))) {
            return GraphAnswer.error(400, 100, 0, "Invalid appsecret_proof provided in the API argument");
        }
        try {
            return served(ask, result(ask));
        } catch (Refused refused) {
            return refused.answer();
        } catch (IllegalArgumentException invalid) {
            return GraphAnswer.error(400, 100, 0, "Invalid parameter");
        }
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient GraphAnswer answer;

        Refused(GraphAnswer answer) {
            this.answer = answer;
        }

        GraphAnswer answer() {
            return answer;
        }
    }

    private ObjectNode result(GraphAsk ask) {
        if (ask.node().equals("me") && ask.edge().equals("adaccounts")) {
            return paging.page(accounts.values().stream().map(GraphApi::node).toList(), ask);
        }
        if (ask.node().startsWith("act_")) {
            return ofAccount(account(ask.node().substring("act_".length())), ask);
        }
        if (jobs.has(ask.node())) {
            return ofReport(ask.node(), ask);
        }
        return ofPage(ask);
    }

    private ObjectNode ofAccount(GraphAccount account, GraphAsk ask) {
        Insights insights = new Insights(account, clock);
        return switch (ask.edge()) {
            case "insights" -> insights(account, ask);
            case "campaigns" ->
                paging.page(
                        insights.campaignIds().stream()
                                .map(id -> JSON.objectNode().put("id", id))
                                .toList(),
                        ask);
            default -> node(account);
        };
    }

    private ObjectNode insights(GraphAccount account, GraphAsk ask) {
        GraphReport report = GraphReport.of(ask);
        LocalDate oldest = LocalDate.now(clock.withZone(account.zone())).minusMonths(MONTHS);
        if (report.since().isBefore(oldest)) {
            throw new Refused(GraphAnswer.error(400, 3018, 0, "The start date cannot be beyond 37 months"));
        }
        if (report.windows().stream().anyMatch(List.of("7d_view", "28d_view")::contains)) {
            throw new Refused(GraphAnswer.error(400, 100, 0, "Invalid attribution window"));
        }
        List<JsonNode> rows = new Insights(account, clock).rows(report);
        return ask.method().equals("POST")
                ? JSON.objectNode().put("report_run_id", jobs.order(report, rows))
                : paging.page(rows, ask);
    }

    private ObjectNode ofReport(String id, GraphAsk ask) {
        if (ask.edge().equals("insights")) {
            return paging.page(jobs.rows(id), ask);
        }
        String status = jobs.status(id);
        int percent = status.equals("Job Completed") ? 100 : 99;
        return JSON.objectNode().put("id", id).put("async_status", status).put("async_percent_completion", percent);
    }

    private ObjectNode ofPage(GraphAsk ask) {
        for (GraphAccount account : accounts.values()) {
            LeadForms forms = new LeadForms(account);
            if (ask.node().equals(account.page())) {
                List<ObjectNode> nodes = forms.forms().stream()
                        .map(id -> JSON.objectNode().put("id", id))
                        .toList();
                return paging.page(nodes, ask);
            }
            if (forms.forms().contains(ask.node())) {
                return paging.page(forms.leads(ask.node(), bound(ask, 0), bound(ask, 1)), ask);
            }
        }
        throw new Refused(GraphAnswer.error(400, 100, 33, "Unsupported get request. Object does not exist"));
    }

    private static Instant bound(GraphAsk ask, int filter) {
        try {
            JsonNode filters = MAPPER.readTree(ask.parameter("filtering"));
            return Instant.ofEpochSecond(filters.path(filter).path("value").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("filtering", e);
        }
    }

    private GraphAccount account(String id) {
        return Optional.ofNullable(accounts.get(id))
                .orElseThrow(() -> new Refused(GraphAnswer.error(400, 100, 33, "Object does not exist")));
    }

    private static ObjectNode node(GraphAccount account) {
        return JSON.objectNode()
                .put("id", "act_" + account.id())
                .put("account_id", account.id())
                .put("name", "Tài khoản " + account.id())
                .put("currency", account.currency())
                .put("timezone_name", account.zone().getId())
                .put("account_status", 1);
    }

    private static GraphAnswer served(GraphAsk ask, ObjectNode body) {
        return GraphAnswer.json(200, body.toString())
                .header("facebook-api-version", ask.version())
                .header("x-app-usage", "{\"call_count\":12,\"total_time\":3,\"total_cputime\":5}")
                .header("x-fb-ads-insights-throttle", "{\"app_id_util_pct\":1.5,\"acc_id_util_pct\":7}");
    }
}
