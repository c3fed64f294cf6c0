package vn.nhip.nights;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.oauth.OAuthFace;
import vn.nhip.sandbox.face.oauth.OAuthFault;
import vn.nhip.sandbox.face.oauth.OAuthRules;

/** Google's login on loopback, whose refresh tokens are good for one use; its calls can be counted anew. */
final class Login implements AutoCloseable {

    static final String CLIENT = "client-1";
    static final String SECRET = "client-secret-1";

    private static final OAuthRules RULES = new OAuthRules(Duration.ofHours(1), true, Duration.ofMinutes(15));

    private final AtomicInteger from = new AtomicInteger();
    private volatile FaultPlan<OAuthFault> plan = FaultPlan.none();
    final OAuthFace face;

    Login(Clock clock) {
        face = new OAuthFace(RULES, clock, call -> plan.at(call - from.get())).client(CLIENT, SECRET);
    }

    void fail(FaultPlan<OAuthFault> next) {
        from.set(face.tokenCalls());
        plan = next;
    }

    int calls() {
        return face.tokenCalls() - from.get();
    }

    URI base() {
        return face.base();
    }

    @Override
    public void close() {
        face.close();
    }
}
