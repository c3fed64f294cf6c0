package vn.nhip.connector.metaads;

import com.facebook.ads.sdk.AdsActionStats;
import com.facebook.ads.sdk.AdsInsights;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
 * <p>What Meta leaves out of a row is zero, but not the day, the cost and the impressions, which every row has. Conversions
 * come from the one configured action: its aliases count the same purchases again.
 */
final class InsightRows {

    private static final Set<String> KNOWN = Set.of(
            "account_currency",
            "account_id",
            "campaign_id",
            "campaign_name",
            "date_start",
            "date_stop",
            "impressions",
            "inline_link_clicks",
            "spend",
            "actions",
            "action_values");

    private final MetaAccount account;
    private final Part part;
    private final Currency currency;
    private final List<Envelope> facts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> unknown = new TreeSet<>();

    InsightRows(MetaAccount account, Part part, Currency currency) {
        this.account = account;
        this.part = part;
        this.currency = currency;
    }

    /**
     * Reads the page; the typed rows are the SDK's reading of the records.
     *
     * @throws ConnectorException DATA when two rows are the same, or most of them cannot be read
     */
    InsightRows read(List<AdsInsights> rows, JsonNode records) {
        for (int i = 0; i < records.size(); i++) {
            JsonNode record = records.get(i);
            record.fieldNames().forEachRemaining(name -> {
                if (!KNOWN.contains(name)) {
                    unknown.add(name);
                }
            });
            take(rows.get(i), "data/" + i, record);
        }
        if (rejected.size() * 2 > records.size()) {
            Rejected first = rejected.get(0);
            throw ConnectorException.data("Meta's report has changed: " + rejected.size() + " of " + records.size()
                    + " rows cannot be read, the first because " + first.field() + " " + first.reason());
        }
        return this;
    }

    private void take(AdsInsights row, String at, JsonNode record) {
        try {
            AdDay fact = fact(row);
            if (!keys.add(fact.key())) {
                throw ConnectorException.data(
                        "Meta sent two rows for " + part.words() + " on " + fact.day() + " (" + at + ")");
            }
            facts.add(new Envelope(fact, 0, at));
        } catch (UnreadableField field) {
            rejected.add(new Rejected(at, field.name(), "", field.reason(), record.toString()));
        }
    }

    private AdDay fact(AdsInsights row) {
        LocalDate day = day(row.getFieldDateStart());
        if (row.getFieldDateStop() != null && !row.getFieldDateStop().equals(row.getFieldDateStart())) {
            throw new UnreadableField("date_stop", "is another day than date_start");
        }
        if (!currency.getCurrencyCode()
                .equals(Optional.ofNullable(row.getFieldAccountCurrency()).orElse(currency.getCurrencyCode()))) {
            throw new UnreadableField("account_currency", "is not the account's");
        }
        Money cost = new Money(number("spend", required("spend", row.getFieldSpend())), currency);
        return new AdDay(
                day,
                part.total() ? Scope.TOTAL : Scope.BREAKDOWN,
                campaign(row),
                account.attribution().text(),
                count("impressions", required("impressions", row.getFieldImpressions())),
                count("inline_link_clicks", row.getFieldInlineLinkClicks()),
                cost,
                new AdDay.Conversions(
                        conversions("actions", row.getFieldActions()),
                        new Money(conversions("action_values", row.getFieldActionValues()), currency)));
    }

    /** A row that names no campaign is kept under that name, and not thrown away. */
    private AdDay.Campaign campaign(AdsInsights row) {
        if (part.total()) {
            return AdDay.Campaign.ALL;
        }
        String id = Optional.ofNullable(row.getFieldCampaignId())
                .filter(text -> !text.isBlank())
                .orElse("unknown");
        return new AdDay.Campaign(
                id, Optional.ofNullable(row.getFieldCampaignName()).orElse(""));
    }

    private BigDecimal conversions(String field, @Nullable List<AdsActionStats> actions) {
        List<AdsActionStats> wanted = Optional.ofNullable(actions).orElse(List.of()).stream()
                .filter(action -> account.action().equals(action.getFieldActionType()))
                .toList();
        if (wanted.size() > 1) {
            throw new UnreadableField(field, "names " + account.action() + " twice");
        }
        return wanted.isEmpty() ? BigDecimal.ZERO : windows(field, wanted.get(0));
    }

    private BigDecimal windows(String field, AdsActionStats action) {
        try {
            Optional<BigDecimal> sum = account.attribution().sum(action);
            boolean zero = Optional.ofNullable(action.getFieldValue())
                    .map(Figures::number)
                    .filter(value -> value.signum() != 0)
                    .isEmpty();
            if (sum.isEmpty() && !zero) {
                throw new UnreadableField(field, "is not split by attribution window");
            }
            return sum.orElse(BigDecimal.ZERO);
        } catch (NumberFormatException noNumber) {
            throw new UnreadableField(field, "is no number");
        }
    }

    private static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(required("date_start", text));
        } catch (DateTimeException noDay) {
            throw new UnreadableField("date_start", "is no day");
        }
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new UnreadableField(field, "is missing");
        }
        return value;
    }

    private static BigDecimal number(String field, String text) {
        try {
            BigDecimal number = Figures.number(text);
            Money.millionths(number);
            return number;
        } catch (ArithmeticException | NumberFormatException noNumber) {
            throw new UnreadableField(field, "is no amount");
        }
    }

    private static long count(String field, @Nullable String text) {
        try {
            return Figures.count(text);
        } catch (ArithmeticException | NumberFormatException noCount) {
            throw new UnreadableField(field, "is no whole number");
        }
    }

    List<Envelope> facts() {
        return facts;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    /** Fields that nobody asked for. */
    Set<String> unknown() {
        return unknown;
    }
}
