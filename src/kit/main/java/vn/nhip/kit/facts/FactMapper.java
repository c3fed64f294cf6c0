package vn.nhip.kit.facts;

import vn.nhip.spi.Fact;
import vn.nhip.spi.FactKind;

/** Makes one kind of fact from a record. */
interface FactMapper {

    /**
     * The fact.
     *
     * @throws Refusal when an attribute is missing or unfit
     * @throws IllegalArgumentException when the attributes contradict each other
     */
    Fact map(Group group);

    /** The mapper of a kind, whose attributes are asked for here and now. */
    static FactMapper of(FactKind kind, Attributes attributes) {
        return switch (kind) {
            case TRAFFIC_DAY -> TrafficMapper.days(attributes);
            case TRAFFIC_USERS -> TrafficMapper.users(attributes);
            case AD_DAY -> AdMapper.of(attributes);
            case EMAIL_CAMPAIGN -> CampaignMapper.of(attributes);
            case LEAD -> LeadMapper.of(attributes);
            case ORDER -> OrderMapper.of(attributes);
            case REFUND -> OrderMapper.refunds(attributes);
            case CUSTOMER -> LeadMapper.customers(attributes);
            case LEDGER_ENTRY -> LedgerMapper.of(attributes);
            case SURVEY_ANSWER -> SurveyMapper.of(attributes);
            case EXCHANGE_RATE -> LedgerMapper.rates(attributes);
            case METRIC_DAY -> MetricMapper.of(attributes);
        };
    }
}
