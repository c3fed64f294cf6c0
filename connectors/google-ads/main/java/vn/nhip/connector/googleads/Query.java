package vn.nhip.connector.googleads;

import vn.nhip.spi.DayRange;

/** The queries that are asked, in Google's query language; always in an order, so that a row that comes twice is seen. */
final class Query {

    static final String HOLDER = "SELECT customer.id, customer.currency_code, customer.time_zone, customer.manager,"
            + " customer.status FROM customer LIMIT 1";

    /** A manager and what lies right below it. */
    static final String CLIENTS = "SELECT customer_client.id, customer_client.descriptive_name,"
            + " customer_client.currency_code, customer_client.time_zone, customer_client.manager,"
            + " customer_client.status, customer_client.level FROM customer_client WHERE customer_client.level <= 1"
            + " ORDER BY customer_client.level, customer_client.id";

    private static final String FIGURES = "metrics.impressions, metrics.clicks, metrics.cost_micros";

    private Query() {}

    /** The account's own figures: no level that leaves out what it cannot name, no segment but the day. */
    static String totals(DayRange days, ConversionSetting conversions) {
        return "SELECT segments.date, " + figures(conversions) + " FROM customer" + on(days)
                + " ORDER BY segments.date";
    }

    /** The figures of all campaigns, removed ones too. */
    static String campaigns(DayRange days, ConversionSetting conversions) {
        return "SELECT segments.date, campaign.id, campaign.name, " + figures(conversions) + " FROM campaign" + on(days)
                + " ORDER BY segments.date, campaign.id";
    }

    private static String figures(ConversionSetting conversions) {
        return FIGURES + ", " + conversions.count() + ", " + conversions.value();
    }

    private static String on(DayRange days) {
        return " WHERE segments.date BETWEEN '" + days.first() + "' AND '" + days.last() + "'";
    }
}
