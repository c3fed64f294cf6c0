package vn.nhip.store;

import static vn.nhip.store.FactTable.entity;
import static vn.nhip.store.FactTable.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Customer;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Lead;
import vn.nhip.spi.LedgerEntry;
import vn.nhip.spi.MetricDay;
import vn.nhip.spi.Order;
import vn.nhip.spi.Refund;
import vn.nhip.spi.SurveyAnswer;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficUsers;

/** The twelve fact tables, one small description each. */
final class FactTables {

    private static final FactTable TRAFFIC_DAY = report(
            FactKind.TRAFFIC_DAY,
            TrafficDay.class,
            "day, scope, channel, source, medium, campaign, sessions, engaged_sessions, users, new_users, key_events,"
                    + " quality",
            (fact, values) -> values.day(fact.day())
                    .text(fact.scope().id())
                    .text(fact.from().channel())
                    .text(fact.from().source())
                    .text(fact.from().medium())
                    .text(fact.from().campaign())
                    .number(fact.counts().sessions())
                    .number(fact.counts().engagedSessions())
                    .number(fact.counts().users())
                    .number(fact.counts().newUsers())
                    .number(fact.counts().keyEvents())
                    .flags(fact.quality()));

    private static final FactTable TRAFFIC_USERS = report(
            FactKind.TRAFFIC_USERS, TrafficUsers.class, "day, grain, users", (fact, values) -> values.day(fact.start())
                    .text(fact.grain().id())
                    .number(fact.users()));

    private static final FactTable AD_DAY = report(
            FactKind.AD_DAY,
            AdDay.class,
            "day, scope, campaign_id, campaign, attribution, impressions, clicks, currency, cost, conversions,"
                    + " conversion_value",
            (fact, values) -> values.day(fact.day())
                    .text(fact.scope().id())
                    .text(fact.campaign().id())
                    .text(fact.campaign().name())
                    .text(fact.attribution())
                    .number(fact.impressions())
                    .number(fact.clicks())
                    .currency(fact.cost().currency())
                    .number(fact.cost().millionths())
                    .decimal(fact.conversions().count())
                    .number(fact.conversions().value().millionths()));

    private static final FactTable EMAIL_CAMPAIGN = entity(
            FactKind.EMAIL_CAMPAIGN,
            EmailCampaign.class,
            "day, name, sent_at, sent, delivered, bounces, opens, opens_without_proxies, clickers, human_clickers,"
                    + " unsubscribes",
            (fact, values) -> values.businessDay(fact.sentAt())
                    .text(fact.name())
                    .instant(fact.sentAt())
                    .number(fact.delivery().sent())
                    .number(fact.delivery().delivered())
                    .number(fact.delivery().bounces())
                    .number(fact.response().opens())
                    .number(fact.response().opensWithoutProxies())
                    .number(fact.response().clickers())
                    .number(fact.response().humanClickers())
                    .number(fact.response().unsubscribes()));

    private static final FactTable LEAD = entity(
            FactKind.LEAD,
            Lead.class,
            "day, created_at, person_id, lead_origin, channel, status",
            (fact, values) -> values.businessDay(fact.createdAt())
                    .instant(fact.createdAt())
                    .person(fact.person())
                    .text(fact.origin().id())
                    .text(fact.channel())
                    .text(fact.status().id()));

    private static final FactTable ORDER = entity(
            FactKind.ORDER,
            Order.class,
            "day, order_number, ordered_at, paid_at, delivered_at, person_id, status, channel, currency, gross,"
                    + " discounts, tax, shipping, lines",
            (fact, values) -> values.businessDay(fact.times().orderedAt())
                    .text(fact.number())
                    .instant(fact.times().orderedAt())
                    .instant(fact.times().paidAt())
                    .instant(fact.times().deliveredAt())
                    .person(fact.person())
                    .text(fact.status().id())
                    .text(fact.channel())
                    .currency(fact.amounts().gross().currency())
                    .number(fact.amounts().gross().millionths())
                    .number(fact.amounts().discounts().millionths())
                    .number(fact.amounts().tax().millionths())
                    .number(fact.amounts().shipping().millionths())
                    .text(JsonText.lines(fact.lines())));

    private static final FactTable REFUND = entity(
            FactKind.REFUND,
            Refund.class,
            "day, order_id, refunded_at, channel, currency, amount",
            (fact, values) -> values.businessDay(fact.refundedAt())
                    .text(fact.orderId())
                    .instant(fact.refundedAt())
                    .text(fact.channel())
                    .currency(fact.amount().currency())
                    .number(fact.amount().millionths()));

    private static final FactTable CUSTOMER =
            entity(FactKind.CUSTOMER, Customer.class, "day, person_id, active_until", (fact, values) -> values.day(
                            fact.since())
                    .person(fact.person())
                    .day(fact.activeUntil()));

    private static final FactTable LEDGER_ENTRY = entity(
            FactKind.LEDGER_ENTRY, LedgerEntry.class, "day, category, currency, amount", (fact, values) -> values.day(
                            fact.day())
                    .text(fact.category().id())
                    .currency(fact.amount().currency())
                    .number(fact.amount().millionths()));

    private static final FactTable SURVEY_ANSWER = entity(
            FactKind.SURVEY_ANSWER,
            SurveyAnswer.class,
            "day, answered_at, score, scale_min, scale_max, survey",
            (fact, values) -> values.businessDay(fact.answeredAt())
                    .instant(fact.answeredAt())
                    .number(fact.score())
                    .number(fact.scaleMin())
                    .number(fact.scaleMax())
                    .text(fact.survey().id()));

    private static final FactTable EXCHANGE_RATE = report(
            FactKind.EXCHANGE_RATE,
            ExchangeRate.class,
            "day, through, from_currency, to_currency, rate",
            (fact, values) -> values.day(fact.day())
                    .day(fact.through())
                    .currency(fact.from())
                    .currency(fact.to())
                    .text(fact.rate().stripTrailingZeros().toPlainString()));

    private static final FactTable METRIC_DAY = report(
            FactKind.METRIC_DAY,
            MetricDay.class,
            "day, metric, dimensions, currency, value",
            (fact, values) -> values.day(fact.day())
                    .text(fact.metric())
                    .text(JsonText.object(fact.dimensions()))
                    .text(fact.currency().orElse(""))
                    .decimal(fact.value()));

    private FactTables() {}

    static Map<FactKind, FactTable> byKind() {
        return List.of(
                        TRAFFIC_DAY,
                        TRAFFIC_USERS,
                        AD_DAY,
                        EMAIL_CAMPAIGN,
                        LEAD,
                        ORDER,
                        REFUND,
                        CUSTOMER,
                        LEDGER_ENTRY,
                        SURVEY_ANSWER,
                        EXCHANGE_RATE,
                        METRIC_DAY)
                .stream()
                .collect(Collectors.toUnmodifiableMap(FactTable::kind, Function.identity()));
    }
}
