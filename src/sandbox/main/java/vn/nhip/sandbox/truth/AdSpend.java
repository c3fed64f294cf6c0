package vn.nhip.sandbox.truth;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What one campaign did and cost in one day, in its platform's currency; the platform's total is the sum. */
public record AdSpend(Platform platform, LocalDate day, Campaign campaign, Counts counts, BigDecimal cost) {

    public enum Platform {
        /** Billed in đồng. */
        GOOGLE("VND"),
        /** Billed in dollars. */
        META("USD");

        private final String currency;

        Platform(String currency) {
            this.currency = currency;
        }

        public String currency() {
            return currency;
        }
    }

    public record Campaign(String id, String name) {}

    /** Conversions and their value as the platform claims them, in its currency. */
    public record Counts(long impressions, long clicks, long conversions, BigDecimal value) {}
}
