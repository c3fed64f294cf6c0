package vn.nhip.manifest.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import vn.nhip.sync.Sleeper;

/** A clock that stands until it is moved; whoever sleeps moves it. */
final class Hands extends Clock implements Sleeper {

    private final AtomicLong now;
    private final ZoneId zone;

    Hands(Instant now) {
        this(new AtomicLong(now.toEpochMilli()), ZoneOffset.UTC);
    }

    private Hands(AtomicLong now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    @Override
    public void sleep(Duration wait) {
        now.addAndGet(wait.toMillis());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new Hands(now, other);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now.get());
    }
}
