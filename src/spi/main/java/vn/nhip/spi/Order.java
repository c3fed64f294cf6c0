package vn.nhip.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One order with its lines.
 *
 * <p>Units: all amounts in one currency, kept as the source gave it; net = gross − discounts, without tax and
 * shipping (refunds are facts of their own, on their own day). Time: instants; the order counts on the business day
 * of {@code times.orderedAt()}.
 */
public record Order(
        String id,
        String number,
        Times times,
        Optional<Person> person,
        Status status,
        Amounts amounts,
        String channel,
        List<Line> lines)
        implements Fact {

    /** Placed orders count in sales once PAID, CONFIRMED or DELIVERED; PENDING and CANCELLED never do. */
    public enum Status {
        PENDING,
        CONFIRMED,
        PAID,
        DELIVERED,
        CANCELLED;

        public String id() {
            return Names.kebab(name());
        }
    }

    public record Times(Instant orderedAt, Optional<Instant> paidAt, Optional<Instant> deliveredAt) {
        public static Times ordered(Instant at) {
            return new Times(at, Optional.empty(), Optional.empty());
        }
    }

    public record Amounts(Money gross, Money discounts, Money tax, Money shipping) {
        public Amounts {
            if (!gross.currency().equals(discounts.currency())
                    || !gross.currency().equals(tax.currency())
                    || !gross.currency().equals(shipping.currency())) {
                throw new IllegalArgumentException("an order's amounts have different currencies");
            }
        }

        public Money net() {
            return gross.plus(discounts.negated());
        }
    }

    /** One product of the order; the amount is in the order's currency, after line discounts. */
    public record Line(String product, BigDecimal quantity, BigDecimal amount) {}

    public Order {
        Names.requireText(id, "order id");
        lines = List.copyOf(lines);
    }

    @Override
    public FactKind kind() {
        return FactKind.ORDER;
    }

    @Override
    public String key() {
        return id;
    }
}
