package vn.nhip.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until it is moved; whoever sleeps moves it. */
public final class MovingClock extends Clock implements Sleeper {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public MovingClock(String now) {
        this(new AtomicReference<>(Instant.parse(now)), ZoneOffset.UTC);
    }

    private MovingClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public void sleep(Duration wait) {
        now.updateAndGet(instant -> instant.plus(wait));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId newZone) {
        return new MovingClock(now, newZone);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
