package vn.nhip.testkit;

import java.time.Duration;
import java.util.List;
import vn.nhip.spi.ConnectorException.Kind;

/** The faults that every source reached over HTTP has. */
public final class HttpFaults {

    private static final Duration ASKED = Duration.ofSeconds(7);

    private HttpFaults() {}

    /** Refused, throttled and unavailable at once; SETTINGS, DATA and {@link #slow} are the connector's own to add. */
    public static List<FaultCase> of(FakeSource source, FaultCase.Arrange good) {
        return List.of(
                always("401", Kind.ACCESS, source, good, Answer.status(401)),
                always("403", Kind.ACCESS, source, good, Answer.status(403)),
                always("429 with Retry-After: 7", Kind.THROTTLED, source, good, throttled())
                        .waiting(ASKED),
                always("500", Kind.UNAVAILABLE, source, good, Answer.status(500)),
                always("503", Kind.UNAVAILABLE, source, good, Answer.status(503)),
                always(
                        "body cut short",
                        Kind.UNAVAILABLE,
                        source,
                        good,
                        Answer.json("{}").cutShort()));
    }

    /** A source that answers later than this account waits; set its patience short, or every run waits too. */
    public static FaultCase slow(FakeSource source, FaultCase.Arrange impatient, Duration delay) {
        Answer late = Answer.json("{}").after(delay);
        return always("no answer in time", Kind.UNAVAILABLE, source, impatient, late);
    }

    private static Answer throttled() {
        return Answer.status(429).header("Retry-After", String.valueOf(ASKED.toSeconds()));
    }

    /** A source that answers everything like this. */
    public static FaultCase always(String name, Kind kind, FakeSource source, FaultCase.Arrange good, Answer answer) {
        return FaultCase.of(name, kind, folder -> {
            Account account = good.below(folder);
            source.always(answer);
            return account;
        });
    }
}
