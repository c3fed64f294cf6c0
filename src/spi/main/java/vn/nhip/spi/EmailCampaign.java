package vn.nhip.spi;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One e-mail campaign with its cumulative counts so far.
 *
 * <p>Units: whole e-mails or people. Time: sent at an instant; opens and clicks keep arriving, so it is read again
 * while it settles. A count that the source does not give is absent, not zero.
 */
public record EmailCampaign(String id, String name, Instant sentAt, Delivery delivery, Response response)
        implements Fact {

    public record Delivery(long sent, long delivered, long bounces) {}

    /** Unique openers (all, and without privacy proxies), unique clickers (all, and human), people who unsubscribed. */
    public record Response(
            long opens,
            OptionalLong opensWithoutProxies,
            long clickers,
            OptionalLong humanClickers,
            long unsubscribes) {}

    public EmailCampaign {
        Names.requireText(id, "campaign id");
    }

    @Override
    public FactKind kind() {
        return FactKind.EMAIL_CAMPAIGN;
    }

    @Override
    public String key() {
        return id;
    }
}
