package vn.nhip.sandbox.truth;

import java.time.Instant;

/** One e-mail campaign. */
public record Mailing(String id, String name, Instant sentAt, long sent, long bounces, Response response) {

    /**
     * Unique openers with and without privacy proxies, unique clickers with and without link scanners, people who left.
     */
    public record Response(long opens, long ownOpens, long clickers, long humanClickers, long unsubscribed) {}

    public long delivered() {
        return sent - bounces;
    }
}
