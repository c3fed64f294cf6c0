package vn.nhip.spi;

/** The closed list of facts that every connector speaks; one record and one table each. */
public enum FactKind {
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
    METRIC_DAY;

    /** The name in YAML, on the command line and in messages: {@code ad-day}. */
    public String id() {
        return Names.kebab(name());
    }
}
