package vn.nhip.sandbox.face.graph;

import java.time.ZoneId;
import java.util.Optional;
import vn.nhip.sandbox.truth.Truth;

/**
 * An ad account with its page, and what it would answer now.
 *
 * <p>Shape: {@code id} is digits. A day younger than {@code settlesAfter} days shows fewer conversions than the truth, and
 * a trial campaign that is gone again later; 0 shows the truth at once. Where there is an app secret, calls must prove it.
 */
public record GraphAccount(
        String id,
        String page,
        ZoneId zone,
        String currency,
        Truth truth,
        int settlesAfter,
        Optional<String> appSecret) {

    /** An account that settles at once, of the business's zone, billed in dollars. */
    public static GraphAccount of(String id, Truth truth) {
        return new GraphAccount(id, id + "9", truth.span().zone(), "USD", truth, 0, Optional.empty());
    }

    public GraphAccount in(ZoneId other) {
        return new GraphAccount(id, page, other, currency, truth, settlesAfter, appSecret);
    }

    public GraphAccount settlingAfter(int days) {
        return new GraphAccount(id, page, zone, currency, truth, days, appSecret);
    }

    public GraphAccount with(Truth next) {
        return new GraphAccount(id, page, zone, currency, next, settlesAfter, appSecret);
    }

    public GraphAccount proving(String secret) {
        return new GraphAccount(id, page, zone, currency, truth, settlesAfter, Optional.of(secret));
    }
}
