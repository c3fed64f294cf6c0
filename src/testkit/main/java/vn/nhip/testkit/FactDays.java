package vn.nhip.testkit;

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
import vn.nhip.spi.Order;
import vn.nhip.spi.Refund;
import vn.nhip.spi.SurveyAnswer;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficUsers;

/** On which day of the account's zone a fact stands. */
final class FactDays {

    private FactDays() {}

    static LocalDate of(Fact fact, ZoneId zone) {
        return reported(fact).orElseGet(() -> switch (fact.kind()) {
            case ORDER -> day(((Order) fact).times().orderedAt(), zone);
            case REFUND -> day(((Refund) fact).refundedAt(), zone);
            case LEAD -> day(((Lead) fact).createdAt(), zone);
            case EMAIL_CAMPAIGN -> day(((EmailCampaign) fact).sentAt(), zone);
            case SURVEY_ANSWER -> day(((SurveyAnswer) fact).answeredAt(), zone);
            case CUSTOMER -> ((Customer) fact).since();
            case LEDGER_ENTRY -> ((LedgerEntry) fact).day();
            case TRAFFIC_USERS -> ((TrafficUsers) fact).start();
            case EXCHANGE_RATE -> ((ExchangeRate) fact).day();
            case TRAFFIC_DAY, AD_DAY, METRIC_DAY -> throw new AssertionError(fact);
        });
    }

    /**
     * The day of a row of a report by day; none for things that happen at an instant or are changed later, which a
     * range of days may give for another reason than their own day.
     */
    static Optional<LocalDate> reported(Fact fact) {
        return switch (fact.kind()) {
            case TRAFFIC_DAY -> Optional.of(((TrafficDay) fact).day());
            case AD_DAY -> Optional.of(((AdDay) fact).day());
            case METRIC_DAY -> Optional.of(((MetricDay) fact).day());
            case ORDER,
                    REFUND,
                    LEAD,
                    EMAIL_CAMPAIGN,
                    SURVEY_ANSWER,
                    CUSTOMER,
                    LEDGER_ENTRY,
                    TRAFFIC_USERS,
                    EXCHANGE_RATE -> Optional.empty();
        };
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }
}
