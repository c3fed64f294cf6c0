package vn.nhip.spi;

import java.time.Instant;
import java.util.Optional;

/** Money given back; counts on its own business day, positive amount, whatever day the order was. */
public record Refund(String id, Optional<String> orderId, Instant refundedAt, Money amount, String channel)
        implements Fact {

    public Refund {
        Names.requireText(id, "refund id");
    }

    @Override
    public FactKind kind() {
        return FactKind.REFUND;
    }

    @Override
    public String key() {
        return id;
    }
}
