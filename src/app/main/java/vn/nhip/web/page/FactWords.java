package vn.nhip.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Customer;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Lead;
import vn.nhip.spi.LedgerEntry;
import vn.nhip.spi.MetricDay;
import vn.nhip.spi.Money;
import vn.nhip.spi.Order;
import vn.nhip.spi.Refund;
import vn.nhip.spi.SurveyAnswer;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficUsers;

/** One fact in a few plain words, without anything personal. */
final class FactWords {

    private final Wording words;
    private final ZoneId zone;

    FactWords(Wording words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** What it is, on which day, which one, and its figures. */
    record Row(String kind, String day, String which, String figures) {}

    Row of(Fact fact) {
        return switch (fact.kind()) {
            case ORDER -> order((Order) fact);
            case REFUND -> refund((Refund) fact);
            case AD_DAY -> ad((AdDay) fact);
            case TRAFFIC_DAY -> traffic((TrafficDay) fact);
            case TRAFFIC_USERS -> users((TrafficUsers) fact);
            case EMAIL_CAMPAIGN -> mail((EmailCampaign) fact);
            case LEAD -> lead((Lead) fact);
            case CUSTOMER -> row(fact, ((Customer) fact).since(), "", "");
            case LEDGER_ENTRY -> entry((LedgerEntry) fact);
            case SURVEY_ANSWER -> answer((SurveyAnswer) fact);
            case EXCHANGE_RATE -> rate((ExchangeRate) fact);
            case METRIC_DAY -> metric((MetricDay) fact);
        };
    }

    private Row order(Order order) {
        String net = money(order.amounts().net());
        return row(
                order,
                day(order.times().orderedAt()),
                order.number(),
                net + " · " + words.text("web.order." + order.status().id()));
    }

    private Row refund(Refund refund) {
        return row(refund, day(refund.refundedAt()), refund.orderId().orElse(""), money(refund.amount()));
    }

    private Row ad(AdDay ad) {
        return row(
                ad,
                ad.day(),
                ad.campaign().id().isEmpty()
                        ? words.text("web.fact.whole")
                        : ad.campaign().name(),
                words.text(
                        "web.figures.ad", money(ad.cost()), words.count(ad.impressions()), words.count(ad.clicks())));
    }

    private Row traffic(TrafficDay traffic) {
        String from = traffic.from().channel();
        return row(
                traffic,
                traffic.day(),
                from.isEmpty() ? words.text("web.fact.whole") : from,
                words.text(
                        "web.figures.traffic",
                        words.count(traffic.counts().sessions()),
                        words.count(traffic.counts().users())));
    }

    private Row users(TrafficUsers users) {
        return new Row(
                words.text("web.fact.traffic-users"),
                words.period(users.grain(), users.start()),
                "",
                words.text("web.figures.users", words.count(users.users())));
    }

    private Row mail(EmailCampaign mail) {
        return row(
                mail,
                day(mail.sentAt()),
                mail.name(),
                words.text(
                        "web.figures.mail",
                        words.count(mail.delivery().delivered()),
                        words.count(mail.response().opens()),
                        words.count(mail.response().clickers())));
    }

    private Row lead(Lead lead) {
        return row(
                lead,
                day(lead.createdAt()),
                lead.channel(),
                words.text("web.origin." + lead.origin().id()));
    }

    private Row entry(LedgerEntry entry) {
        return row(
                entry, entry.day(), words.text("web.ledger." + entry.category().id()), money(entry.amount()));
    }

    private Row answer(SurveyAnswer answer) {
        return row(answer, day(answer.answeredAt()), "", answer.score() + " / " + answer.scaleMax());
    }

    private Row rate(ExchangeRate rate) {
        return row(
                rate,
                rate.day(),
                rate.from().getCurrencyCode() + " → " + rate.to().getCurrencyCode(),
                words.amount(rate.rate(), rate.to().getCurrencyCode()));
    }

    private Row metric(MetricDay metric) {
        return row(
                metric,
                metric.day(),
                metric.metric(),
                words.amount(metric.value(), metric.currency().orElse("")));
    }

    private Row row(Fact fact, LocalDate day, String which, String figures) {
        return new Row(words.text("web.fact." + fact.kind().id()), words.day(Optional.of(day)), which, figures);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private String money(Money money) {
        return words.amount(money.amount(), money.currency().getCurrencyCode());
    }
}
