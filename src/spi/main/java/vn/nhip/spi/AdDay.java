package vn.nhip.spi;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Advertising of one day: the account's own total, or one campaign of it.
 *
 * <p>Shape: TOTAL has an empty campaign. Units: cost and conversion value are money; conversions may have decimals.
 * Time: the ad account's days; conversions are restated for weeks.
 */
public record AdDay(
        LocalDate day,
        Scope scope,
        Campaign campaign,
        String attribution,
        long impressions,
        long clicks,
        Money cost,
        Conversions conversions)
        implements Fact {

    /** A campaign as the platform names it; both empty on a TOTAL. */
    public record Campaign(String id, String name) {
        public static final Campaign ALL = new Campaign("", "");
    }

    /** Conversions under the row's attribution setting, and their value in the cost's currency. */
    public record Conversions(BigDecimal count, Money value) {}

    public AdDay {
        if (scope == Scope.TOTAL && !campaign.id().isEmpty()) {
            throw new IllegalArgumentException("a TOTAL row cannot name a campaign");
        }
        if (!cost.currency().equals(conversions.value().currency())) {
            throw new IllegalArgumentException("cost and conversion value have different currencies");
        }
    }

    @Override
    public FactKind kind() {
        return FactKind.AD_DAY;
    }

    @Override
    public String key() {
        return String.join("|", day.toString(), scope.id(), campaign.id(), attribution);
    }
}
