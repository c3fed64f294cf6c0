package vn.nhip.sandbox.face.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.AdSpend.Counts;
import vn.nhip.sandbox.truth.AdSpend.Platform;

/** The rows of one report: the account or its campaigns, day by day, as they are counted today. */
final class Insights {

    /** The same purchases, each time under another name: they are never to be added. */
    private static final List<String> ALIASES =
            List.of("omni_purchase", "purchase", "offsite_conversion.fb_pixel_purchase", "web_in_store_purchase");

    private static final AdSpend.Campaign TRIAL = new AdSpend.Campaign("23850000000000199", "Thử nghiệm");
    private static final AdSpend.Campaign ACCOUNT = new AdSpend.Campaign("", "");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final GraphAccount account;
    private final Clock clock;

    Insights(GraphAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    List<JsonNode> rows(GraphReport report) {
        List<JsonNode> rows = new ArrayList<>();
        for (LocalDate day = report.since(); !day.isAfter(report.until()); day = day.plusDays(1)) {
            List<AdSpend> campaigns = campaigns(day);
            if (report.byCampaign()) {
                campaigns.stream()
                        .filter(ad -> report.wants(ad.campaign().id()))
                        .forEach(ad -> rows.add(row(ad, report)));
            } else if (!campaigns.isEmpty()) {
                rows.add(row(total(campaigns), report));
            }
        }
        return rows;
    }

    /** Every campaign that ever spent anything. */
    Set<String> campaignIds() {
        Set<String> ids = new TreeSet<>();
        account.truth().web().ads().stream()
                .filter(ad -> ad.platform() == Platform.META)
                .forEach(ad -> ids.add(ad.campaign().id()));
        return ids;
    }

    private List<AdSpend> campaigns(LocalDate day) {
        List<AdSpend> counted = new ArrayList<>();
        for (AdSpend ad : account.truth().web().ads()) {
            if (ad.platform() == Platform.META && ad.day().equals(day)) {
                counted.add(counted(ad));
            }
        }
        if (age(day) < Math.min(2, account.settlesAfter()) && !counted.isEmpty()) {
            counted.add(new AdSpend(
                    Platform.META, day, TRIAL, new Counts(40, 1, 0, BigDecimal.ZERO), new BigDecimal("0.50")));
        }
        return counted;
    }

    private long age(LocalDate day) {
        return ChronoUnit.DAYS.between(day, LocalDate.now(clock.withZone(account.zone())));
    }

    /** Conversions come in over days: their share of the truth is the share of the time that has passed. */
    private AdSpend counted(AdSpend ad) {
        long age = Math.max(0, age(ad.day()));
        if (age >= account.settlesAfter()) {
            return ad;
        }
        Counts truth = ad.counts();
        long conversions = truth.conversions() * age / account.settlesAfter();
        BigDecimal value = truth.conversions() == 0
                ? BigDecimal.ZERO
                : truth.value()
                        .multiply(BigDecimal.valueOf(conversions))
                        .divide(BigDecimal.valueOf(truth.conversions()), 2, RoundingMode.HALF_UP);
        Counts counts = new Counts(truth.impressions(), truth.clicks(), conversions, value);
        return new AdSpend(ad.platform(), ad.day(), ad.campaign(), counts, ad.cost());
    }

    private static AdSpend total(List<AdSpend> campaigns) {
        Counts sum = new Counts(0, 0, 0, BigDecimal.ZERO);
        BigDecimal cost = BigDecimal.ZERO;
        for (AdSpend ad : campaigns) {
            Counts counts = ad.counts();
            sum = new Counts(
                    sum.impressions() + counts.impressions(),
                    sum.clicks() + counts.clicks(),
                    sum.conversions() + counts.conversions(),
                    sum.value().add(counts.value()));
            cost = cost.add(ad.cost());
        }
        return new AdSpend(Platform.META, campaigns.get(0).day(), ACCOUNT, sum, cost);
    }

    private ObjectNode row(AdSpend ad, GraphReport report) {
        ObjectNode all = JSON.objectNode();
        all.put("account_currency", account.currency());
        all.put("campaign_id", ad.campaign().id());
        all.put("campaign_name", ad.campaign().name());
        all.put("spend", ad.cost().toPlainString());
        all.put("impressions", Long.toString(ad.counts().impressions()));
        if (ad.counts().clicks() > 0) {
            all.put("inline_link_clicks", Long.toString(ad.counts().clicks()));
        }
        if (ad.counts().conversions() > 0) {
            all.set("actions", actions(BigDecimal.valueOf(ad.counts().conversions()), BigDecimal.ONE, report));
            all.set("action_values", actions(ad.counts().value(), new BigDecimal("0.01"), report));
        }
        ObjectNode row = JSON.objectNode();
        report.fields().stream().filter(all::has).forEach(field -> row.set(field, all.get(field)));
        row.put("date_start", ad.day().toString());
        row.put("date_stop", ad.day().toString());
        return row;
    }

    /** The first window has all but one unit, the last one has it, as most buyers clicked and one only saw. */
    private static JsonNode actions(BigDecimal whole, BigDecimal unit, GraphReport report) {
        ArrayNode actions = JSON.arrayNode();
        actions.addObject().put("action_type", "link_click").put("value", "17").put("7d_click", "17");
        for (String alias : ALIASES) {
            ObjectNode action = actions.addObject().put("action_type", alias);
            action.put("value", whole.toPlainString());
            List<String> windows = report.windows();
            BigDecimal last = windows.size() > 1 ? whole.min(unit) : BigDecimal.ZERO;
            for (int i = 0; i < windows.size(); i++) {
                BigDecimal share = i == 0 ? whole.subtract(last) : i == windows.size() - 1 ? last : BigDecimal.ZERO;
                if (share.signum() > 0) {
                    action.put(windows.get(i), share.toPlainString());
                }
            }
        }
        return actions;
    }
}
