package vn.nhip.manifest.component;

import java.util.Optional;
import vn.nhip.spi.ConnectorException;

/**
 * What a reply is.
 *
 * <p>Shape: {@code failure} instead of records; {@code tokenRefused} when it says that the token should have been another.
 */
public record Verdict(Kind kind, Optional<ConnectorException> failure, boolean tokenRefused) {

    /** What is in the reply. */
    public enum Kind {
        RECORDS,
        NOTHING,
        /** The pages are to be begun anew from where the records have come to. */
        RESET,
        FAILURE
    }

    static final Verdict RECORDS = new Verdict(Kind.RECORDS, Optional.empty(), false);
    static final Verdict NOTHING = new Verdict(Kind.NOTHING, Optional.empty(), false);
    static final Verdict RESET = new Verdict(Kind.RESET, Optional.empty(), false);

    static Verdict failed(ConnectorException failure, boolean tokenRefused) {
        return new Verdict(Kind.FAILURE, Optional.of(failure), tokenRefused);
    }
}
