package vn.nhip.spi;

import java.time.LocalDate;

/** One amount in the books; costs and revenue are both positive, a reversal is negative. */
public record LedgerEntry(String id, LocalDate day, Category category, Money amount) implements Fact {

    public enum Category {
        REVENUE,
        COST_OF_GOODS,
        MARKETING,
        SALES,
        RETENTION,
        OPERATING,
        TAX,
        OTHER;

        public String id() {
            return Names.kebab(name());
        }
    }

    public LedgerEntry {
        Names.requireText(id, "entry id");
    }

    @Override
    public FactKind kind() {
        return FactKind.LEDGER_ENTRY;
    }

    @Override
    public String key() {
        return id;
    }
}
