package vn.nhip.connector.metaads;

import java.time.Duration;
import vn.nhip.kit.http.HttpLimits;

/** Limits of tests: a smaller body than the standard, and times that a busy machine keeps or a silent source does not. */
final class Patience {

    static final HttpLimits SHORT =
            new HttpLimits(Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofSeconds(5), 1L << 22);

    static final HttpLimits LONG =
            new HttpLimits(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(60), 1L << 22);

    private Patience() {}
}
