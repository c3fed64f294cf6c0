package vn.nhip.sandbox.truth;

import java.time.Instant;
import java.util.Optional;

/** One time that somebody asked; {@code shopper} is absent for a hidden number or an unnamed chat. */
public record Inquiry(String id, Instant at, Origin origin, Optional<Shopper> shopper, String channel, State state) {

    public enum Origin {
        FORM,
        CALL,
        CHAT,
        CRM
    }

    /** What became of it by now. */
    public enum State {
        OPEN,
        QUALIFIED,
        WON,
        LOST,
        SPAM
    }
}
