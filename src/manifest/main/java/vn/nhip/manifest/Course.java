package vn.nhip.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.ConnectorException;

/**
 * Whether all of a part came.
 *
 * <p>Where the source says how many records there are and fewer came, a page was left out: the part is read once more from
 * its start, and when it is short again, later. {@code count} is where it says so, empty where it does not.
 */
record Course(List<String> count) {

    private static final Duration PAUSE = Duration.ofHours(1);

    /** @throws ConnectorException DATA when the page came before */
    Trail come(Trail trail, Asking.Paged page) {
        return trail.after(page.listed(), page.raw().request());
    }

    /** Whether more records are announced than came, at the end of the part. */
    boolean isShort(Trail come, Asking.Paged page) {
        JsonNode announced = page.body();
        for (String name : count) {
            announced = announced.path(name);
        }
        return !count.isEmpty() && come.read() < announced.asLong(0);
    }

    Trail again(Trail come) {
        return come.round() == 1 ? come.again() : Trail.START;
    }

    /** How long to wait before the part is read again. */
    Optional<Duration> pause(Trail come) {
        return come.round() == 1 ? Optional.empty() : Optional.of(PAUSE);
    }
}
