package vn.nhip.kit.http;

import java.io.IOException;

/** An answer is larger than the limit. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("its answer is larger than " + limit + " bytes");
    }
}
