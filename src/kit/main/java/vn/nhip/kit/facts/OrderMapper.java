package vn.nhip.kit.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Money;
import vn.nhip.spi.Order;
import vn.nhip.spi.Person;
import vn.nhip.spi.Refund;

/** Orders and refunds. */
final class OrderMapper {

    private OrderMapper() {}

    static FactMapper of(Attributes attributes) {
        Attribute id = attributes.required("id");
        Attribute number = attributes.optional("number");
        OrderTimes times = OrderTimes.of(attributes);
        OrderAmounts amounts = OrderAmounts.of(attributes);
        Attribute status = attributes.required("status");
        Attribute channel = attributes.required("channel");
        Optional<PersonReader> person = PersonReader.of(attributes);
        Optional<OrderLines> lines = OrderLines.of(attributes);
        return group -> {
            String key = id.text(group);
            Optional<Person> buyer = person.flatMap(reader -> reader.find(group));
            return new Order(
                    key,
                    number.declared() ? number.textOr(group, "") : key,
                    times.read(group),
                    buyer,
                    status.choice(group, Order.Status.class),
                    amounts.read(group),
                    channel.text(group),
                    lines.map(reader -> reader.read(group)).orElse(List.of()));
        };
    }

    static FactMapper refunds(Attributes attributes) {
        Attribute id = attributes.required("id");
        Attribute order = attributes.optional("order-id");
        Attribute at = attributes.required("refunded-at");
        Attribute amount = attributes.required("amount");
        Attribute channel = attributes.required("channel");
        MoneyReader money = MoneyReader.of(attributes);
        return group -> refund(
                new Refund(
                        id.text(group),
                        order.findText(group),
                        at.instant(group),
                        MoneyReader.money(amount, money.currency(group), group),
                        channel.text(group)),
                amount);
    }

    private static Fact refund(Refund refund, Attribute amount) {
        if (refund.amount().amount().signum() < 0) {
            throw amount.refusal(
                    0,
                    refund.amount().amount().toPlainString(),
                    "must be positive, as the money given back; where the source writes it negative, put - before it");
        }
        return refund;
    }

    private record OrderTimes(Attribute ordered, Attribute paid, Attribute delivered) {

        static OrderTimes of(Attributes attributes) {
            return new OrderTimes(
                    attributes.required("ordered-at"),
                    attributes.optional("paid-at"),
                    attributes.optional("delivered-at"));
        }

        Order.Times read(Group group) {
            return new Order.Times(ordered.instant(group), paid.findInstant(group), delivered.findInstant(group));
        }
    }

    private record OrderAmounts(
            Attribute gross, Attribute discounts, Attribute tax, Attribute shipping, MoneyReader money) {

        static OrderAmounts of(Attributes attributes) {
            return new OrderAmounts(
                    attributes.required("gross"),
                    attributes.optional("discounts"),
                    attributes.optional("tax"),
                    attributes.optional("shipping"),
                    MoneyReader.of(attributes));
        }

        Order.Amounts read(Group group) {
            Currency currency = money.currency(group);
            Money zero = new Money(BigDecimal.ZERO, currency);
            return new Order.Amounts(
                    MoneyReader.money(gross, currency, group),
                    MoneyReader.moneyOr(zero, discounts, currency, group),
                    MoneyReader.moneyOr(zero, tax, currency, group),
                    MoneyReader.moneyOr(zero, shipping, currency, group));
        }
    }

    private record OrderLines(Attribute product, Attribute quantity, Attribute amount) {

        static Optional<OrderLines> of(Attributes attributes) {
            return attributes.nested("lines").map(inner -> {
                OrderLines lines =
                        new OrderLines(inner.required("product"), inner.required("quantity"), inner.required("amount"));
                inner.done();
                return lines;
            });
        }

        /** A row without product, quantity and amount is an order that has no lines. */
        List<Order.Line> read(Group group) {
            List<Order.Line> lines = new ArrayList<>(group.rows());
            for (int row = 0; row < group.rows(); row++) {
                if (any(group, row)) {
                    lines.add(new Order.Line(
                            product.text(group, row), quantity.number(group, row), amount.number(group, row)));
                }
            }
            return lines;
        }

        private boolean any(Group group, int row) {
            return product.find(group, row) != null
                    || quantity.find(group, row) != null
                    || amount.find(group, row) != null;
        }
    }
}
