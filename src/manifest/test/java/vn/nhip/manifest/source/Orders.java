package vn.nhip.manifest.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Money;
import vn.nhip.spi.Order;
import vn.nhip.spi.Person;

/** What the orders of all shops have in common, in đồng. */
final class Orders {

    private Orders() {}

    static Order.Amounts amounts(BigDecimal gross, BigDecimal discounts, BigDecimal tax, BigDecimal shipping) {
        return new Order.Amounts(dong(gross), dong(discounts), dong(tax), dong(shipping));
    }

    static Money dong(BigDecimal amount) {
        return Money.of(amount, "VND");
    }

    static List<Order.Line> lines(Sale sale) {
        return sale.lines().stream()
                .map(line -> new Order.Line(line.product(), BigDecimal.valueOf(line.quantity()), line.amount()))
                .toList();
    }

    static Person external(long id) {
        return Person.of(new IdentityKey(IdentityKey.Type.EXTERNAL, String.valueOf(id)));
    }

    /** As e-mail, phone in the country's form, and the source's own id say. */
    static Person person(Shopper shopper, String id) {
        return Person.of(
                new IdentityKey(IdentityKey.Type.EMAIL, shopper.email()),
                new IdentityKey(IdentityKey.Type.PHONE, "+84" + shopper.phone().substring(1)),
                new IdentityKey(IdentityKey.Type.EXTERNAL, id));
    }

    /** As e-mail and the source's own id say. */
    static Person mailed(Shopper shopper, String id) {
        return Person.of(
                new IdentityKey(IdentityKey.Type.EMAIL, shopper.email()),
                new IdentityKey(IdentityKey.Type.EXTERNAL, id));
    }

    static Stream<Sale> web(Truth truth) {
        return truth.trade().sales().stream().filter(sale -> sale.channel() == Sale.Channel.WEB);
    }

    static Stream<Payback> webPaybacks(Truth truth) {
        return truth.trade().paybacks().stream().filter(back -> back.sale().channel() == Sale.Channel.WEB);
    }

    /** Where a shop says whether an order is paid and sent, and not whether it has arrived. */
    static Order.Status webStatus(Sale sale) {
        return switch (sale.course().state()) {
            case PENDING -> Order.Status.PENDING;
            case CONFIRMED -> Order.Status.CONFIRMED;
            case PAID, DELIVERED -> Order.Status.PAID;
            case CANCELLED -> Order.Status.CANCELLED;
        };
    }
}
