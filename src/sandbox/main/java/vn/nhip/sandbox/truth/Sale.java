package vn.nhip.sandbox.truth;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One order.
 *
 * <p>Units: whole đồng; prices are without tax. Net = lines − discount. {@code shopper} is absent when nobody asked.
 */
public record Sale(
        String number,
        Instant at,
        Channel channel,
        Optional<Shopper> shopper,
        Course course,
        List<Line> lines,
        Bill bill) {

    public enum Channel {
        SHOP,
        WEB,
        SHOPEE,
        WHOLESALE
    }

    public enum State {
        PENDING,
        CONFIRMED,
        PAID,
        DELIVERED,
        CANCELLED;

        /** Whether an order in this state is a sale. */
        public boolean counts() {
            return switch (this) {
                case CONFIRMED, PAID, DELIVERED -> true;
                case PENDING, CANCELLED -> false;
            };
        }
    }

    /** How far the order is: its state on the model's last day, when it was delivered, and whether it is paid then. */
    public record Course(State state, Optional<Instant> deliveredAt, boolean cashOnDelivery) {}

    public record Line(String product, int quantity, BigDecimal price) {
        public BigDecimal amount() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }
    }

    public record Bill(BigDecimal discount, BigDecimal tax, BigDecimal shipping) {}

    public Sale {
        lines = List.copyOf(lines);
    }

    public boolean counts() {
        return course.state().counts();
    }

    /** Whether it is a sale that brings money; a free order makes nobody a customer. */
    public boolean earns() {
        return counts() && net().signum() > 0;
    }

    public BigDecimal gross() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal net() {
        return gross().subtract(bill.discount());
    }

    /** What the customer pays. */
    public BigDecimal total() {
        return net().add(bill.tax()).add(bill.shipping());
    }
}
