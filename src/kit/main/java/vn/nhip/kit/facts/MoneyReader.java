package vn.nhip.kit.facts;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.Money;

/** The currency of a fact and its amounts: declared by the mapping, else the account's. */
final class MoneyReader {

    private final Attribute currency;
    private final Currency fallback;

    private MoneyReader(Attribute currency, Currency fallback) {
        this.currency = currency;
        this.fallback = fallback;
    }

    static MoneyReader of(Attributes attributes) {
        return new MoneyReader(
                attributes.optional("currency"), attributes.scope().currency());
    }

    Currency currency(Group group) {
        return currency.declared() ? code(currency, group) : fallback;
    }

    static Currency code(Attribute attribute, Group group) {
        String code = attribute.text(group);
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw attribute.refusal(0, code, "is no ISO 4217 currency code such as VND");
        }
    }

    static Money money(Attribute amount, Currency of, Group group) {
        return new Money(amount.storable(group), of);
    }

    /** An amount that the mapping may leave out, which then means zero. */
    static Money moneyOr(@Nullable Money zero, Attribute amount, Currency of, Group group) {
        return amount.declared() || zero == null ? money(amount, of, group) : zero;
    }
}
