package vn.nhip.kit.facts;

import java.time.LocalDate;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.LedgerEntry;

/** Entries of the books, and exchange rates. */
final class LedgerMapper {

    private LedgerMapper() {}

    static FactMapper of(Attributes attributes) {
        Attribute id = attributes.required("id");
        Attribute day = attributes.required("day");
        Attribute category = attributes.required("category");
        Attribute amount = attributes.required("amount");
        MoneyReader money = MoneyReader.of(attributes);
        return group -> new LedgerEntry(
                id.text(group),
                day.day(group),
                category.choice(group, LedgerEntry.Category.class),
                MoneyReader.money(amount, money.currency(group), group));
    }

    static FactMapper rates(Attributes attributes) {
        Attribute day = attributes.required("day");
        Attribute through = attributes.optional("through");
        Attribute from = attributes.required("from");
        Attribute to = attributes.required("to");
        Attribute rate = attributes.required("rate");
        return group -> {
            LocalDate first = day.day(group);
            return new ExchangeRate(
                    first,
                    through.findDay(group).orElse(first),
                    MoneyReader.code(from, group),
                    MoneyReader.code(to, group),
                    rate.number(group, 0));
        };
    }
}
