package vn.nhip.sandbox.face.oauth;

import java.time.Duration;

/**
 * How a vendor treats its tokens.
 *
 * <p>Shape: {@code rotates} means that a refresh token is good for one renewal; within {@code grace} after it the old one
 * is still taken, later its use revokes the whole login.
 */
public record OAuthRules(Duration accessLife, boolean rotates, Duration grace) {

    /** An hour, and a refresh token that stays. */
    public static final OAuthRules STEADY = new OAuthRules(Duration.ofHours(1), false, Duration.ZERO);

    /** An hour, and a refresh token for one use with half a minute of grace. */
    public static final OAuthRules ROTATING = new OAuthRules(Duration.ofHours(1), true, Duration.ofSeconds(30));
}
