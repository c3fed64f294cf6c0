package vn.nhip.kit.facts;

import java.math.BigDecimal;
import java.util.Currency;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Money;
import vn.nhip.spi.Scope;

/** Advertising by day. */
final class AdMapper {

    private AdMapper() {}

    static FactMapper of(Attributes attributes) {
        Attribute day = attributes.required("day");
        Attribute scope = attributes.required("scope");
        Attribute campaignId = attributes.optional("campaign-id");
        Attribute campaign = attributes.optional("campaign");
        Attribute attribution = attributes.required("attribution");
        Attribute impressions = attributes.required("impressions");
        Attribute clicks = attributes.required("clicks");
        Attribute cost = attributes.required("cost");
        MoneyReader money = MoneyReader.of(attributes);
        Results results = Results.of(attributes);
        return group -> {
            Currency currency = money.currency(group);
            return new AdDay(
                    day.day(group),
                    scope.choice(group, Scope.class),
                    new AdDay.Campaign(campaignId.textOr(group, ""), campaign.textOr(group, "")),
                    attribution.text(group),
                    impressions.count(group),
                    clicks.count(group),
                    MoneyReader.money(cost, currency, group),
                    results.read(group, currency));
        };
    }

    private record Results(Attribute conversions, Attribute value) {

        static Results of(Attributes attributes) {
            return new Results(attributes.optional("conversions"), attributes.optional("conversion-value"));
        }

        AdDay.Conversions read(Group group, Currency currency) {
            return new AdDay.Conversions(
                    conversions.declared() ? conversions.storable(group) : BigDecimal.ZERO,
                    MoneyReader.moneyOr(new Money(BigDecimal.ZERO, currency), value, currency, group));
        }
    }
}
