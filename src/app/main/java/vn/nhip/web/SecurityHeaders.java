package vn.nhip.web;

import io.javalin.http.Context;
import java.util.Map;

/** The headers of every answer, errors included: nothing is run, framed, sent or loaded that is not from here. */
final class SecurityHeaders {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none';"
            + " object-src 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Frame-Options", "DENY",
            "Cache-Control", "no-store");

    private final boolean secure;

    SecurityHeaders(boolean secure) {
        this.secure = secure;
    }

    void set(Context context) {
        HEADERS.forEach(context::header);
        if (secure) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
