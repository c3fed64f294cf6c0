package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.APIRequest;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.AdReportRun;
import com.facebook.ads.sdk.AdsInsights;
import com.facebook.ads.sdk.Campaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.nhip.connector.metaads.GraphClient.Answer;

/** The requests about an ad account; every report of a part asks for the same, however it is split. */
final class Reports {

    private static final List<String> FIGURES =
            List.of("spend", "impressions", "inline_link_clicks", "actions", "action_values");
    private static final List<String> ACCOUNT =
            List.of("account_id", "name", "currency", "timezone_name", "account_status");
    private static final String EVERY_STATUS =
            "[\"ACTIVE\",\"PAUSED\",\"ARCHIVED\",\"DELETED\",\"IN_PROCESS\",\"WITH_ISSUES\"]";

    private final GraphClient client;
    private final MetaAccount account;

    Reports(GraphClient client, MetaAccount account) {
        this.client = client;
        this.account = account;
    }

    Answer<AdAccount> account() {
        return client.ask(context -> {
            AdAccount.APIRequestGet request = new AdAccount.APIRequestGet(account.id(), context);
            ACCOUNT.forEach(request::requestField);
            return request.execute();
        });
    }

    Answer<AdReportRun> order(Part part) {
        return client.ask(context -> {
            AdAccount.APIRequestGetInsightsAsync request =
                    new AdAccount.APIRequestGetInsightsAsync(account.id(), context);
            parameters(part).forEach(request::setParam);
            fields(part).forEach(request::requestField);
            return request.execute();
        });
    }

    Answer<AdReportRun> status(String job) {
        return client.ask(context -> new AdReportRun.APIRequestGet(job, context)
                .requestField("async_status")
                .requestField("async_percent_completion")
                .execute());
    }

    Answer<APINodeList<AdsInsights>> rows(String job, Part part, String after) {
        return client.ask(context -> {
            AdReportRun.APIRequestGetInsights request = new AdReportRun.APIRequestGetInsights(job, context);
            paging(request, part.limit(), after);
            return request.execute();
        });
    }

    /** The part's rows without ordering a report first. */
    Answer<APINodeList<AdsInsights>> direct(Part part, String after) {
        return client.ask(context -> {
            AdAccount.APIRequestGetInsights request = new AdAccount.APIRequestGetInsights(account.id(), context);
            parameters(part).forEach(request::setParam);
            fields(part).forEach(request::requestField);
            paging(request, part.limit(), after);
            return request.execute();
        });
    }

    Answer<APINodeList<Campaign>> campaigns(String after) {
        return client.ask(context -> {
            AdAccount.APIRequestGetCampaigns request = new AdAccount.APIRequestGetCampaigns(account.id(), context);
            request.setParam("effective_status", EVERY_STATUS);
            request.requestField("id");
            paging(request, Part.LIMIT, after);
            return request.execute();
        });
    }

    private static void paging(APIRequest<?> request, int limit, String after) {
        request.setParam("limit", limit);
        if (!after.isEmpty()) {
            request.setParam("after", after);
        }
    }

    private Map<String, String> parameters(Part part) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "level",
                part.total() ? "account" : "campaign",
                "time_increment",
                "1",
                "time_range",
                "{\"since\":\"" + part.first() + "\",\"until\":\"" + part.last() + "\"}",
                "action_attribution_windows",
                account.attribution().parameter()));
        if (!part.campaigns().isEmpty()) {
            String ids = part.campaigns().stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
            parameters.put("filtering", "[{\"field\":\"campaign.id\",\"operator\":\"IN\",\"value\":" + ids + "}]");
        }
        return parameters;
    }

    private static List<String> fields(Part part) {
        List<String> fields = new ArrayList<>(FIGURES);
        if (!part.total()) {
            fields.add("campaign_id");
        }
        if (!part.lean()) {
            fields.add("account_currency");
            if (!part.total()) {
                fields.add("campaign_name");
            }
        }
        return fields;
    }
}
