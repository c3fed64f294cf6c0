package vn.nhip.sandbox.face.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a report was ordered for; no {@code campaigns} means all. */
public record GraphReport(
        boolean byCampaign,
        LocalDate since,
        LocalDate until,
        List<String> campaigns,
        List<String> windows,
        List<String> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public GraphReport {
        campaigns = List.copyOf(campaigns);
        windows = List.copyOf(windows);
        fields = List.copyOf(fields);
    }

    static GraphReport of(GraphAsk ask) {
        JsonNode range = json(ask.parameter("time_range"));
        List<String> campaigns = new ArrayList<>();
        for (JsonNode filter : json(ask.parameter("filtering").isEmpty() ? "[]" : ask.parameter("filtering"))) {
            filter.path("value").forEach(id -> campaigns.add(id.asText()));
        }
        List<String> windows = new ArrayList<>();
        json(ask.parameter("action_attribution_windows")).forEach(window -> windows.add(window.asText()));
        return new GraphReport(
                ask.parameter("level").equals("campaign"),
                LocalDate.parse(range.path("since").asText()),
                LocalDate.parse(range.path("until").asText()),
                campaigns,
                windows,
                List.of(ask.parameter("fields").split(",")));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Invalid parameter", e);
        }
    }

    boolean wants(String campaign) {
        return campaigns.isEmpty() || campaigns.contains(campaign);
    }

    public int days() {
        return (int) (until.toEpochDay() - since.toEpochDay()) + 1;
    }
}
