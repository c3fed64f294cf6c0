package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.Lead;
import com.facebook.ads.sdk.LeadgenForm;
import com.facebook.ads.sdk.Page.APIRequestGetLeadGenForms;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.connector.metaads.GraphClient.Answer;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;

/** Reads what people sent through the lead forms of a Facebook page, form by form; one request for each page. */
final class Leads {

    private static final int LIMIT = 200;

    private final GraphClient client;
    private final MetaAccount account;
    private final ZoneId zone;

    Leads(GraphClient client, MetaAccount account, ZoneId zone) {
        this.client = client;
        this.account = account;
        this.zone = zone;
    }

    Page read(DayRange days, Optional<Cursor> after) {
        LeadProgress now = LeadProgress.of(after);
        return now.known() ? leads(days, now) : forms(now);
    }

    private Page forms(LeadProgress now) {
        Answer<APINodeList<LeadgenForm>> answer = client.ask(context -> {
            APIRequestGetLeadGenForms request =
                    new APIRequestGetLeadGenForms(account.page().orElseThrow(), context);
            request.requestField("id").setParam("limit", LIMIT);
            if (!now.after().isEmpty()) {
                request.setParam("after", now.after());
            }
            return request.execute();
        });
        List<String> found = new ArrayList<>(now.forms());
        answer.reply().records().forEach(form -> found.add(form.path("id").asText()));
        Optional<String> further = answer.reply().next(now.after());
        LeadProgress next = new LeadProgress(found, further.isEmpty(), further.orElse(""));
        return Pages.records(
                List.of(),
                List.of(),
                new Page.Counts(0, 0, 0),
                answer.reply(),
                new Pages.Ending(next.cursor(), answer.notes()));
    }

    private Page leads(DayRange days, LeadProgress now) {
        Instant from = days.first().atStartOfDay(zone).toInstant();
        Instant until = days.last().plusDays(1).atStartOfDay(zone).toInstant();
        Answer<APINodeList<Lead>> answer = client.ask(context -> {
            LeadgenForm.APIRequestGetLeads request =
                    new LeadgenForm.APIRequestGetLeads(now.forms().get(0), context);
            List.of("id", "created_time", "field_data", "is_organic").forEach(request::requestField);
            request.setParam("filtering", created(from, until)).setParam("limit", LIMIT);
            if (!now.after().isEmpty()) {
                request.setParam("after", now.after());
            }
            return request.execute();
        });
        JsonNode records = answer.reply().records();
        LeadRows rows = new LeadRows(account.contacts(), from, until).read(answer.value(), records);
        LeadProgress next = answer.reply().next(now.after()).map(now::at).orElseGet(now::nextForm);
        return Pages.records(
                rows.facts(),
                rows.rejected(),
                new Page.Counts(records.size(), rows.outside(), rows.facts().size()),
                answer.reply(),
                new Pages.Ending(next.cursor(), answer.notes()));
    }

    private static String created(Instant from, Instant until) {
        return "[{\"field\":\"time_created\",\"operator\":\"GREATER_THAN\",\"value\":" + (from.getEpochSecond() - 1)
                + "},{\"field\":\"time_created\",\"operator\":\"LESS_THAN\",\"value\":" + until.getEpochSecond() + "}]";
    }
}
