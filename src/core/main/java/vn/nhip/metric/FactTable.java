package vn.nhip.metric;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.nhip.spi.FactKind;

/**
 * How one fact kind lies in its table: the fields a metric may ask for and the numbers it may add up, as SQL over
 * {@code f}.
 */
record FactTable(String table, Map<String, String> fields, List<Column> columns, boolean money, boolean scoped) {

    /** A number: plain counts or already millionths; the gap says why a row may lack it. */
    record Column(String measure, String sql, boolean millionths, String gap) {}

    private static final Map<FactKind, FactTable> TABLES = tables();

    static FactTable of(FactKind kind) {
        return Objects.requireNonNull(TABLES.get(kind));
    }

    private static Map<FactKind, FactTable> tables() {
        Map<FactKind, FactTable> all = new EnumMap<>(FactKind.class);
        all.put(FactKind.TRAFFIC_DAY, traffic());
        all.put(FactKind.TRAFFIC_USERS, new FactTable("fact_traffic_users", Map.of(), List.of(), false, false));
        all.put(FactKind.AD_DAY, ads());
        all.put(FactKind.EMAIL_CAMPAIGN, email());
        all.put(FactKind.LEAD, leads());
        all.put(FactKind.ORDER, orders());
        all.put(FactKind.REFUND, refunds());
        all.put(FactKind.CUSTOMER, new FactTable("fact_customer", Map.of(), List.of(), false, false));
        all.put(FactKind.LEDGER_ENTRY, ledger());
        all.put(FactKind.SURVEY_ANSWER, survey());
        all.put(FactKind.EXCHANGE_RATE, new FactTable("fact_exchange_rate", Map.of(), List.of(), false, false));
        all.put(FactKind.METRIC_DAY, ownNumbers());
        return all;
    }

    private static Column count(String measure, String sql) {
        return new Column(measure, sql, false, "");
    }

    private static Column money(String measure, String sql) {
        return new Column(measure, sql, true, "");
    }

    private static Map<String, String> fields(String... namesAndSql) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSql.length; i += 2) {
            fields.put(namesAndSql[i], namesAndSql[i + 1]);
        }
        return fields;
    }

    private static FactTable traffic() {
        return new FactTable(
                "fact_traffic_day",
                fields(
                        "scope",
                        "f.scope",
                        "channel",
                        "f.channel",
                        "source",
                        "f.source",
                        "medium",
                        "f.medium",
                        "campaign",
                        "f.campaign"),
                List.of(
                        count("sessions", "f.sessions"),
                        count("engaged-sessions", "f.engaged_sessions"),
                        count("users", "f.users"),
                        count("new-users", "f.new_users"),
                        count("key-events", "f.key_events")),
                false,
                true);
    }

    private static FactTable ads() {
        return new FactTable(
                "fact_ad_day",
                fields(
                        "scope",
                        "f.scope",
                        "campaign",
                        "f.campaign",
                        "campaign-id",
                        "f.campaign_id",
                        "attribution",
                        "f.attribution"),
                List.of(
                        money("cost", "f.cost"),
                        count("impressions", "f.impressions"),
                        count("clicks", "f.clicks"),
                        new Column("conversions", "f.conversions", true, ""),
                        money("conversion-value", "f.conversion_value")),
                true,
                true);
    }

    private static FactTable email() {
        return new FactTable(
                "fact_email_campaign",
                fields("campaign", "f.name"),
                List.of(
                        count("sent", "f.sent"),
                        count("delivered", "f.delivered"),
                        count("bounces", "f.bounces"),
                        count("opens", "f.opens"),
                        new Column("opens-without-proxies", "f.opens_without_proxies", false, "not-reported"),
                        count("clickers", "f.clickers"),
                        count("human-clickers", "COALESCE(f.human_clickers, f.clickers)"),
                        count("unsubscribes", "f.unsubscribes")),
                false,
                false);
    }

    private static FactTable leads() {
        return new FactTable(
                "fact_lead",
                fields("origin", "f.lead_origin", "status", "f.status", "channel", "f.channel"),
                List.of(count("count", "1")),
                false,
                false);
    }

    private static FactTable orders() {
        return new FactTable(
                "fact_order",
                fields("status", "f.status", "channel", "f.channel"),
                List.of(
                        count("count", "1"),
                        count("orders", "CASE WHEN f.gross > f.discounts THEN 1 ELSE 0 END"),
                        money("net", "f.gross - f.discounts"),
                        money("gross", "f.gross"),
                        money("discounts", "f.discounts"),
                        money("tax", "f.tax"),
                        money("shipping", "f.shipping")),
                true,
                false);
    }

    private static FactTable refunds() {
        return new FactTable(
                "fact_refund",
                fields("channel", "f.channel"),
                List.of(count("count", "1"), money("amount", "f.amount")),
                true,
                false);
    }

    private static FactTable ledger() {
        return new FactTable(
                "fact_ledger_entry",
                fields("category", "f.category"),
                List.of(money("amount", "f.amount")),
                true,
                false);
    }

    private static FactTable survey() {
        return new FactTable(
                "fact_survey_answer",
                fields("survey", "f.survey", "scale", "f.scale_min || '-' || f.scale_max"),
                List.of(
                        count("count", "1"),
                        count("positive", "CASE WHEN f.score >= f.scale_max - 1 THEN 1 ELSE 0 END"),
                        new Column(
                                "detractors",
                                "CASE WHEN f.scale_min <> 0 OR f.scale_max <> 10 THEN NULL"
                                        + " WHEN f.score <= 6 THEN 1 ELSE 0 END",
                                false,
                                "other-scale")),
                false,
                false);
    }

    private static FactTable ownNumbers() {
        return new FactTable(
                "fact_metric_day",
                fields("metric", "f.metric", "dimensions", "f.dimensions"),
                List.of(money("value", "f.value")),
                true,
                false);
    }
}
