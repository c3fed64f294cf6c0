package vn.nhip.nights;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.sandbox.truth.UniqueUsers;
import vn.nhip.sandbox.truth.UniqueUsers.Grain;
import vn.nhip.sandbox.truth.VisitDay;

/** What really happened on some days, as the store would say it: key and content of each fact. */
final class TruthRows {

    static final String TRAFFIC = "SELECT 'traffic ' || day || ' ' || CASE WHEN scope = 'total' THEN 'total'"
            + " ELSE channel || '/' || source || '/' || medium || '/' || campaign END AS k, sessions || ' '"
            + " || engaged_sessions || ' ' || users || ' ' || new_users || ' ' || key_events AS v"
            + " FROM fact_traffic_day WHERE live = 1 AND workspace_id = ? AND day >= ?";
    static final String USERS = "SELECT 'users ' || grain || ' ' || day AS k, users AS v FROM fact_traffic_users"
            + " WHERE live = 1 AND workspace_id = ? AND (day >= ? OR grain <> 'day')";
    static final String PURCHASES = "SELECT metric || ' ' || day AS k, value || ' ' || currency AS v"
            + " FROM fact_metric_day WHERE live = 1 AND workspace_id = ? AND day >= ?";
    static final String ADS = "SELECT 'ads ' || day || ' ' || CASE WHEN scope = 'total' THEN 'total' ELSE campaign_id"
            + " || ' ' || campaign END AS k, impressions || ' ' || clicks || ' ' || cost || ' ' || currency || ' '"
            + " || conversions || ' ' || conversion_value AS v FROM fact_ad_day WHERE live = 1 AND workspace_id = ? AND day >= ?";
    static final String LEADS = "SELECT 'lead ' || key AS k, created_at AS v FROM fact_lead WHERE live = 1"
            + " AND workspace_id = ? AND day >= ?";

    private final Truth truth;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<String, String> rows = new TreeMap<>();

    TruthRows(Truth truth, LocalDate first, LocalDate last) {
        this.truth = truth;
        this.first = first;
        this.last = last;
    }

    Map<String, String> rows() {
        return rows;
    }

    TruthRows traffic() {
        for (VisitDay visits : truth.web().visits()) {
            if (within(visits.day())) {
                rows.put("traffic " + visits.day() + " total", text(visits.whole()));
                VisitDay.Counts left = visits.whole();
                for (VisitDay.Part part : visits.parts()) {
                    VisitDay.From from = part.from();
                    String origin = String.join("/", from.channel(), from.source(), from.medium(), from.campaign());
                    rows.put("traffic " + visits.day() + " " + origin, text(part.counts()));
                    left = less(left, part.counts());
                }
                if (!left.equals(new VisitDay.Counts(0, 0, 0, 0, 0))) {
                    String rest = "(remainder)/(remainder)/(remainder)/(remainder)";
                    rows.put("traffic " + visits.day() + " " + rest, text(left));
                }
            }
        }
        return this;
    }

    private static VisitDay.Counts less(VisitDay.Counts one, VisitDay.Counts other) {
        return new VisitDay.Counts(
                one.sessions() - other.sessions(),
                one.engaged() - other.engaged(),
                Math.max(0, one.users() - other.users()),
                one.newUsers() - other.newUsers(),
                one.keyEvents() - other.keyEvents());
    }

    private static String text(VisitDay.Counts counts) {
        return counts.sessions() + " " + counts.engaged() + " " + counts.users() + " " + counts.newUsers() + " "
                + counts.keyEvents();
    }

    /** Every day, and every week and month that has one of these days, as far as it has come. */
    TruthRows users() {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (Grain grain : Grain.values()) {
                LocalDate start = grain.startOf(day);
                List<Long> users = truth.web().visits().stream()
                        .filter(visits -> !visits.day().isBefore(start)
                                && !visits.day().isAfter(grain.endOf(start))
                                && !visits.day().isAfter(last))
                        .map(visits -> visits.whole().users())
                        .toList();
                String name = grain.name().toLowerCase(java.util.Locale.ROOT);
                rows.put("users " + name + " " + start, Long.toString(UniqueUsers.together(users)));
            }
        }
        return this;
    }

    TruthRows purchases() {
        Map<LocalDate, BigDecimal> revenue = new TreeMap<>();
        Map<LocalDate, Integer> count = new TreeMap<>();
        for (Sale sale : truth.trade().sales()) {
            LocalDate day = sale.at().atZone(truth.span().zone()).toLocalDate();
            if (sale.channel() == Sale.Channel.WEB && within(day)) {
                revenue.merge(day, sale.net(), BigDecimal::add);
                count.merge(day, 1, Integer::sum);
            }
        }
        count.forEach((day, sales) -> rows.put("ga4-transactions " + day, sales + "000000 "));
        revenue.forEach((day, sum) -> rows.put("ga4-purchase-revenue " + day, millionths(sum) + " VND"));
        return this;
    }

    TruthRows ads(AdSpend.Platform platform) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate now = day;
            List<AdSpend> ads = truth.web().ads().stream()
                    .filter(ad -> ad.platform() == platform && ad.day().equals(now))
                    .toList();
            ads.forEach(ad -> rows.put(
                    "ads " + now + " " + ad.campaign().id() + " "
                            + ad.campaign().name(),
                    text(List.of(ad), platform)));
            rows.put("ads " + now + " total", text(ads, platform));
        }
        return this;
    }

    private static String text(List<AdSpend> ads, AdSpend.Platform platform) {
        return ads.stream().mapToLong(ad -> ad.counts().impressions()).sum() + " "
                + ads.stream().mapToLong(ad -> ad.counts().clicks()).sum() + " "
                + millionths(ads.stream().map(AdSpend::cost).reduce(BigDecimal.ZERO, BigDecimal::add)) + " "
                + platform.currency() + " "
                + millionths(BigDecimal.valueOf(
                        ads.stream().mapToLong(ad -> ad.counts().conversions()).sum()))
                + " "
                + millionths(ads.stream().map(ad -> ad.counts().value()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    TruthRows leads() {
        truth.web().inquiries().stream()
                .filter(inquiry -> inquiry.origin() == Inquiry.Origin.FORM)
                .filter(inquiry ->
                        within(inquiry.at().atZone(truth.span().zone()).toLocalDate()))
                .forEach(inquiry -> rows.put(
                        "lead " + inquiry.id(), Long.toString(inquiry.at().toEpochMilli())));
        return this;
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static String millionths(BigDecimal amount) {
        return amount.movePointRight(6).toBigIntegerExact().toString();
    }
}
