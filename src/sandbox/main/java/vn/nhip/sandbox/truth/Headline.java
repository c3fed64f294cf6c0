package vn.nhip.sandbox.truth;

import java.util.Locale;
import vn.nhip.sandbox.truth.UniqueUsers.Grain;

/** The guide's 15 KPIs, each with the cadence at which it is read. */
public enum Headline {
    WEBSITE_TRAFFIC(Grain.DAY),
    LEADS(Grain.DAY),
    SALES(Grain.DAY),
    CONVERSION_RATE(Grain.DAY),
    ADVERTISING_COST(Grain.DAY),
    NEW_CUSTOMERS(Grain.WEEK),
    CUSTOMER_RETENTION_RATE(Grain.WEEK),
    AVERAGE_ORDER_VALUE(Grain.WEEK),
    EMAIL_OPEN_RATE(Grain.WEEK),
    EMAIL_CLICK_THROUGH_RATE(Grain.WEEK),
    REVENUE(Grain.MONTH),
    NET_PROFIT(Grain.MONTH),
    CUSTOMER_ACQUISITION_COST(Grain.MONTH),
    CUSTOMER_LIFETIME_VALUE(Grain.MONTH),
    CUSTOMER_SATISFACTION(Grain.MONTH);

    private final Grain cadence;

    Headline(Grain cadence) {
        this.cadence = cadence;
    }

    public Grain cadence() {
        return cadence;
    }

    /** The name in kebab-case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
