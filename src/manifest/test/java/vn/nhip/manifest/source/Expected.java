package vn.nhip.manifest.source;

import java.util.Optional;
import vn.nhip.sandbox.face.rest.HttpFault;
import vn.nhip.spi.ConnectorException.Kind;

/** Who is to act on each fault. */
final class Expected {

    private Expected() {}

    /** The kind that the engine must be told, or nothing for what is no fault at all. */
    static Optional<Kind> of(HttpFault fault, Sample sample, String place) {
        return Optional.ofNullable(sample.exceptions().get(place + " " + fault))
                .or(() -> Optional.ofNullable(sample.exceptions().get(fault.name())))
                .or(() -> usual(fault));
    }

    private static Optional<Kind> usual(HttpFault fault) {
        return switch (fault) {
            case SKEWED_DATE, OTHER_VERSION -> Optional.empty();
            case UNAUTHORIZED, UNAUTHORIZED_ALWAYS, FORBIDDEN -> Optional.of(Kind.ACCESS);
            case NOT_FOUND, GONE -> Optional.of(Kind.SETTINGS);
            case TOO_MANY_SECONDS, TOO_MANY_DATE, TOO_MANY, TOO_MANY_TEN_DAYS, TOO_MANY_NEGATIVE, TOO_MANY_GARBAGE ->
                Optional.of(Kind.THROTTLED);
            case BAD_REQUEST,
                    CONFLICT,
                    UNPROCESSABLE,
                    REDIRECT_INWARDS,
                    REDIRECT_LOOP,
                    EMPTY_OBJECT,
                    ERROR_OBJECT,
                    GZIP_BOMB,
                    ENDLESS_BODY,
                    DEPTH_BOMB,
                    NUMBER_BOMB,
                    PAGE_AGAIN -> Optional.of(Kind.DATA);
            default -> Optional.of(Kind.UNAVAILABLE);
        };
    }
}
