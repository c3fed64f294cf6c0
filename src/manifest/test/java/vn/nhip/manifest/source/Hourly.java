package vn.nhip.manifest.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.nhip.sandbox.truth.Answer;
import vn.nhip.sandbox.truth.BookEntry;
import vn.nhip.sandbox.truth.DollarRate;
import vn.nhip.sandbox.truth.FootCount;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Mailing;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.sandbox.truth.UniqueUsers;
import vn.nhip.sandbox.truth.VisitDay;
import vn.nhip.spi.Customer;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Lead;
import vn.nhip.spi.LedgerEntry;
import vn.nhip.spi.MetricDay;
import vn.nhip.spi.Order;
import vn.nhip.spi.SurveyAnswer;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficUsers;

/** Something of everything in every hour of some days, 23 or 25 of them where clocks are moved. */
final class Hourly {

    private static final List<Inquiry.Origin> ORIGINS = List.of(Inquiry.Origin.CRM, Inquiry.Origin.CALL);

    private Hourly() {}

    /** A truth made of the first of its kinds in another one. */
    static Truth truth(Truth like, ZoneId zone, List<LocalDate> days) {
        List<Instant> hours = hours(zone, days);
        List<Sale> sales = new ArrayList<>();
        List<Mailing> mailings = new ArrayList<>();
        List<Inquiry> inquiries = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (Instant at : hours) {
            firsts(like).forEach(sale -> sales.add(at(sale, at)));
            mailings.add(at(like.web().mailings().get(0), at));
            like.web().inquiries().stream()
                    .limit(1)
                    .forEach(inquiry -> ORIGINS.forEach(origin -> inquiries.add(at(inquiry, origin, at))));
            like.web().answers().stream().limit(1).forEach(answer -> answers.add(at(answer, at)));
        }
        Truth.Web web = like.web();
        return new Truth(
                new Truth.Span(
                        days.get(0),
                        days.get(days.size() - 1),
                        zone,
                        like.span().closedThrough()),
                like.shoppers(),
                new Truth.Trade(sales, List.of(), List.of()),
                new Truth.Web(visits(web, days), uniqueUsers(web, days), web.ads(), mailings, inquiries, answers),
                books(like.books(), days));
    }

    /** One of each kind on each of the days. */
    private static Truth.Books books(Truth.Books like, List<LocalDate> days) {
        List<BookEntry> journal = new ArrayList<>();
        List<DollarRate> rates = new ArrayList<>();
        List<FootCount> visitors = new ArrayList<>();
        for (LocalDate day : days) {
            BookEntry entry = like.journal().get(0);
            journal.add(new BookEntry(entry.id() + day, day, entry.side(), entry.amount(), entry.text()));
            rates.add(new DollarRate(day, like.rates().get(0).rate()));
            visitors.add(new FootCount(day, like.footCounts().get(0).people()));
        }
        return new Truth.Books(journal, List.of(), rates, visitors);
    }

    private static List<VisitDay> visits(Truth.Web like, List<LocalDate> days) {
        VisitDay first = like.visits().get(0);
        return days.stream()
                .map(day -> new VisitDay(day, first.whole(), first.parts()))
                .toList();
    }

    private static List<UniqueUsers> uniqueUsers(Truth.Web like, List<LocalDate> days) {
        long users = like.visits().get(0).whole().users();
        return days.stream()
                .flatMap(day -> Arrays.stream(UniqueUsers.Grain.values())
                        .map(grain -> new UniqueUsers(grain, grain.startOf(day), users)))
                .toList();
    }

    private static List<Instant> hours(ZoneId zone, List<LocalDate> days) {
        List<Instant> hours = new ArrayList<>();
        for (LocalDate day : days) {
            Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
            for (Instant at = day.atStartOfDay(zone).toInstant(); at.isBefore(end); at = at.plus(1, ChronoUnit.HOURS)) {
                hours.add(at);
            }
        }
        return hours;
    }

    /** One sale of each channel. */
    private static List<Sale> firsts(Truth like) {
        List<Sale> firsts = new ArrayList<>();
        for (Sale.Channel channel : Sale.Channel.values()) {
            like.trade().sales().stream()
                    .filter(sale -> sale.channel() == channel && sale.counts())
                    .findFirst()
                    .ifPresent(firsts::add);
        }
        return firsts;
    }

    private static Sale at(Sale sale, Instant at) {
        Sale.Course course = new Sale.Course(
                sale.course().state(),
                sale.course().deliveredAt().map(any -> at),
                sale.course().cashOnDelivery());
        return new Sale(
                sale.number() + "-" + at.getEpochSecond(),
                at,
                sale.channel(),
                sale.shopper(),
                course,
                sale.lines(),
                sale.bill());
    }

    private static Mailing at(Mailing mailing, Instant at) {
        return new Mailing(
                mailing.id() + "-" + at.getEpochSecond(),
                mailing.name(),
                at,
                mailing.sent(),
                mailing.bounces(),
                mailing.response());
    }

    private static Answer at(Answer answer, Instant at) {
        return new Answer(answer.id() + "-" + at.getEpochSecond(), at, answer.score(), false);
    }

    private static Inquiry at(Inquiry inquiry, Inquiry.Origin origin, Instant at) {
        return new Inquiry(
                inquiry.id() + "-" + origin + at.getEpochSecond(),
                at,
                origin,
                Optional.empty(),
                inquiry.channel(),
                inquiry.state());
    }

    /** The day that a fact stands on. */
    static LocalDate day(Fact fact, ZoneId zone) {
        Instant at =
                switch (fact.kind()) {
                    case EXCHANGE_RATE -> start(((ExchangeRate) fact).day(), zone);
                    case LEDGER_ENTRY -> start(((LedgerEntry) fact).day(), zone);
                    case TRAFFIC_DAY -> start(((TrafficDay) fact).day(), zone);
                    case TRAFFIC_USERS -> start(((TrafficUsers) fact).start(), zone);
                    case METRIC_DAY -> start(((MetricDay) fact).day(), zone);
                    case ORDER -> ((Order) fact).times().orderedAt();
                    case LEAD -> ((Lead) fact).createdAt();
                    case EMAIL_CAMPAIGN -> ((EmailCampaign) fact).sentAt();
                    case SURVEY_ANSWER -> ((SurveyAnswer) fact).answeredAt();
                    case CUSTOMER -> start(((Customer) fact).since(), zone);
                    default -> throw new AssertionError(fact);
                };
        return at.atZone(zone).toLocalDate();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
