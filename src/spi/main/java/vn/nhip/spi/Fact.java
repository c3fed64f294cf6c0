package vn.nhip.spi;

/**
 * One typed, normalised record of a source.
 *
 * <p>Shape: the {@link #key()} names it within its account and kind; the same key read again replaces the fact.
 */
public sealed interface Fact
        permits TrafficDay,
                TrafficUsers,
                AdDay,
                EmailCampaign,
                Lead,
                Order,
                Refund,
                Customer,
                LedgerEntry,
                SurveyAnswer,
                ExchangeRate,
                MetricDay {

    FactKind kind();

    /** The natural key within account and kind, never empty. */
    String key();
}
