package vn.nhip.connector.googleads;

import com.google.ads.googleads.v23.common.Metrics;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalDouble;
import vn.nhip.connector.googleads.Progress.Place;
import vn.nhip.kit.report.UnreadableField;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Money;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Scope;

/**
 * Rows of one page of a report, as facts.
 *
 * <p>Every row must have the day and all figures that were asked for. Rows come in the order that was asked for: one that
 * does not come after the one before stands twice in the report, or its page was sent twice.
 */
final class AdRows {

    private static final int MICROS = 6;

    /** Conversions are shared out among clicks in parts; what is finer than a millionth is noise of the arithmetic. */
    private static final int DECIMALS = 6;

    private final AdsAccount account;
    private final Progress now;
    private final Currency currency;
    private final List<Envelope> facts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private Place place;

    AdRows(AdsAccount account, Progress now, Currency currency) {
        this.account = account;
        this.now = now;
        this.currency = currency;
        this.place = now.place();
    }

    /**
     * Reads the page.
     *
     * @throws ConnectorException DATA when a row comes twice, or most of them cannot be read
     */
    AdRows read(SearchGoogleAdsResponse response) {
        for (int i = 0; i < response.getResultsCount(); i++) {
            take(response.getResults(i), "results/" + (now.read() + i));
        }
        if (rejected.size() * 2 > response.getResultsCount()) {
            Rejected first = rejected.get(0);
            throw ConnectorException.data(account.name() + " sends another report than before: " + rejected.size()
                    + " of " + response.getResultsCount() + " rows cannot be read, the first because " + first.field()
                    + " " + first.reason());
        }
        return this;
    }

    private void take(GoogleAdsRow row, String at) {
        try {
            AdDay fact = fact(row);
            Place here = new Place(fact.day().toString(), row.getCampaign().getId());
            if (!place.isBefore(here)) {
                throw ConnectorException.data(account.name() + " sent two rows, or a row out of order, for "
                        + (now.totals() ? "the account" : "campaign " + here.campaign()) + " on " + here.day() + " ("
                        + at + ")");
            }
            place = here;
            facts.add(new Envelope(fact, 0, at));
        } catch (UnreadableField field) {
            rejected.add(new Rejected(at, field.name(), "", field.reason(), row.toString()));
        }
    }

    private AdDay fact(GoogleAdsRow row) {
        LocalDate day = day(row);
        Metrics metrics = row.getMetrics();
        ConversionSetting setting = account.conversions();
        return new AdDay(
                day,
                now.totals() ? Scope.TOTAL : Scope.BREAKDOWN,
                campaign(row),
                setting.id(),
                count("metrics.impressions", metrics.hasImpressions(), metrics.getImpressions()),
                count("metrics.clicks", metrics.hasClicks(), metrics.getClicks()),
                new Money(cost(metrics), currency),
                new AdDay.Conversions(
                        number(setting.count(), setting.count(metrics)),
                        new Money(number(setting.value(), setting.value(metrics)), currency)));
    }

    private LocalDate day(GoogleAdsRow row) {
        try {
            LocalDate day = LocalDate.parse(row.getSegments().getDate());
            if (!now.days().contains(day)) {
                throw new UnreadableField("segments.date", "is none of the days that were asked for");
            }
            return day;
        } catch (DateTimeException noDay) {
            throw new UnreadableField("segments.date", "is no day");
        }
    }

    /** A row that names no campaign is kept under that name, and not thrown away. */
    private AdDay.Campaign campaign(GoogleAdsRow row) {
        if (now.totals()) {
            return AdDay.Campaign.ALL;
        }
        String id = row.getCampaign().hasId() ? Long.toString(row.getCampaign().getId()) : "unknown";
        return new AdDay.Campaign(id, row.getCampaign().getName());
    }

    private static BigDecimal cost(Metrics metrics) {
        return BigDecimal.valueOf(
                        count("metrics.cost_micros", metrics.hasCostMicros(), metrics.getCostMicros()), MICROS)
                .stripTrailingZeros();
    }

    private static long count(String field, boolean given, long value) {
        if (!given) {
            throw new UnreadableField(field, "is missing");
        }
        return value;
    }

    private static BigDecimal number(String field, OptionalDouble given) {
        double value = given.orElseThrow(() -> new UnreadableField(field, "is missing"));
        if (!Double.isFinite(value)) {
            throw new UnreadableField(field, "is no number");
        }
        try {
            BigDecimal number = BigDecimal.valueOf(value)
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            Money.millionths(number);
            return number;
        } catch (ArithmeticException tooLarge) {
            throw new UnreadableField(field, "is too large");
        }
    }

    List<Envelope> facts() {
        return facts;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    /** Where the last row stands. */
    Place place() {
        return place;
    }
}
