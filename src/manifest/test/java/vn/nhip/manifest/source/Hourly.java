package vn.nhip.manifest.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Mailing;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Customer;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Lead;
import vn.nhip.spi.Order;
import vn.nhip.spi.SurveyAnswer;

/** Something of everything in every hour of some days, 23 or 25 of them where clocks are moved. */
final class Hourly {

    private Hourly() {}

    /** A truth made of the first of its kinds in another one. */
    static Truth truth(Truth like, ZoneId zone, List<LocalDate> days) {
        List<Instant> hours = hours(zone, days);
        List<Sale> sales = new ArrayList<>();
        List<Mailing> mailings = new ArrayList<>();
        List<Inquiry> inquiries = new ArrayList<>();
        for (Instant at : hours) {
            firsts(like).forEach(sale -> sales.add(at(sale, at)));
            mailings.add(at(like.web().mailings().get(0), at));
            like.web().inquiries().stream().limit(1).forEach(inquiry -> inquiries.add(at(inquiry, at)));
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
                new Truth.Web(web.visits(), web.uniqueUsers(), web.ads(), mailings, inquiries, List.of()),
                like.books());
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

    private static Inquiry at(Inquiry inquiry, Instant at) {
        return new Inquiry(
                inquiry.id() + "-" + at.getEpochSecond(),
                at,
                Inquiry.Origin.CRM,
                Optional.empty(),
                inquiry.channel(),
                inquiry.state());
    }

    /** The day that a fact stands on. */
    static LocalDate day(Fact fact, ZoneId zone) {
        Instant at =
                switch (fact.kind()) {
                    case ORDER -> ((Order) fact).times().orderedAt();
                    case LEAD -> ((Lead) fact).createdAt();
                    case EMAIL_CAMPAIGN -> ((EmailCampaign) fact).sentAt();
                    case SURVEY_ANSWER -> ((SurveyAnswer) fact).answeredAt();
                    case CUSTOMER ->
                        ((Customer) fact).since().atStartOfDay(zone).toInstant();
                    default -> throw new AssertionError(fact);
                };
        return at.atZone(zone).toLocalDate();
    }
}
