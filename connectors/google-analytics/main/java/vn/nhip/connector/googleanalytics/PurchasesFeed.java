package vn.nhip.connector.googleanalytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.MetricDay;
import vn.nhip.spi.Page;

/** What Google Analytics saw bought on each day, beside the shop's own orders; no KPI reads it unless told to. */
final class PurchasesFeed implements GoogleAnalyticsConnector.Feed {

    static final String TRANSACTIONS = "ga4-transactions";
    static final String REVENUE = "ga4-purchase-revenue";

    private static final int DECIMALS = 6;

    private final Reports reports;

    PurchasesFeed(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Page read(DayRange days, Optional<Cursor> after) {
        Answer answer = reports.ask(Question.of(days, List.of(Question.DATE), Question.PURCHASES));
        Draft draft = new Draft(answer);
        List<String> withheld = answer.withheld();
        withheld.forEach(metric -> draft.note("the connected login may not see " + metric + "; it is left out"));
        for (ReportRow row : answer.rows()) {
            Optional<LocalDate> day = row.day();
            if (day.isEmpty()) {
                draft.reject(row.withoutDay());
                continue;
            }
            draft.add(row.at(), fact(day.get(), TRANSACTIONS, row.number(0), Optional.empty()));
            if (!withheld.contains(Question.PURCHASES.get(1))) {
                draft.add(row.at(), fact(day.get(), REVENUE, row.number(1), Optional.of(currency(answer))));
            }
        }
        return draft.page(Optional.empty());
    }

    private static MetricDay fact(LocalDate day, String metric, BigDecimal value, Optional<String> currency) {
        return new MetricDay(
                day,
                metric,
                Map.of(),
                value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros(),
                currency);
    }

    private static String currency(Answer answer) {
        return answer.currency()
                .map(Currency::getCurrencyCode)
                .orElseThrow(() -> ConnectorException.data("Google Analytics reports revenue without a currency that"
                        + " there is: '" + answer.response().getMetadata().getCurrencyCode() + "'"));
    }
}
