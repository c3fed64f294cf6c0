package vn.nhip.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import vn.nhip.spi.Access;
import vn.nhip.spi.Auth;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/**
 * The one token of a connection for all who read through it: renewed before it ends, by one of them at a time.
 *
 * <p>A renewed pair is durable before anyone uses it, and replaces the old one only then.
 */
final class ConnectionAccess implements Access {

    private static final Duration ENOUGH = Duration.ofMinutes(5);
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final TokenRow row;
    private final Renewal renewal;
    private final Clock clock;
    private final ReentrantLock oneRenewal = new ReentrantLock();

    ConnectionAccess(TokenRow row, Renewal renewal, Clock clock) {
        this.row = row;
        this.renewal = renewal;
        this.clock = clock;
    }

    @Override
    public Secret token() {
        Held held = working(row.read());
        if (fresh(held)) {
            return held.token().orElseThrow();
        }
        oneRenewal.lock();
        try {
            Held now = working(row.read());
            return fresh(now) ? now.token().orElseThrow() : renewed(now);
        } finally {
            oneRenewal.unlock();
        }
    }

    @Override
    public void refused(Secret token) {
        oneRenewal.lock();
        try {
            Held held = row.read();
            boolean current = held.token()
                    .filter(kept -> kept.reveal().equals(token.reveal()))
                    .isPresent();
            if (!current || !held.ok()) {
                return;
            }
            if (held.refusal() == Held.Refusal.MADE_AFTER_REFUSAL && young(held)) {
                row.giveUp(held, "the source refuses even a new token");
            } else {
                row.refused(held);
            }
        } finally {
            oneRenewal.unlock();
        }
    }

    /** A renewal that nobody saw the end of is made again at once: the provider may already have replaced the old pair. */
    private boolean fresh(Held held) {
        boolean fixed = held.connection().way() == Auth.Way.TOKEN;
        return held.usable(now(), fixed ? Duration.ZERO : ENOUGH) && (fixed || !held.interrupted());
    }

    private boolean young(Held held) {
        return held.connection()
                .life()
                .renewedAt()
                .filter(at -> at.plus(ENOUGH).isAfter(now()))
                .isPresent();
    }

    private Secret renewed(Held held) {
        if (held.connection().way() == Auth.Way.TOKEN) {
            boolean refused = held.refusal() == Held.Refusal.REFUSED;
            return gaveUp(held, refused ? "the source refused the token" : "the token has ended");
        }
        if (!row.claim(held)) {
            return untilTheOtherIsDone(row.read());
        }
        try {
            return kept(held, renewal.renew(held.connection(), row::secret));
        } catch (Denied denied) {
            return gaveUp(held, denied.reason());
        } catch (ConnectorException away) {
            row.letGo(held);
            if (held.usable(now(), Duration.ZERO)) {
                return held.token().orElseThrow();
            }
            throw away;
        }
    }

    private Secret kept(Held held, Grant grant) {
        return row.keep(held, grant)
                ? grant.token()
                : working(row.read()).token().orElseThrow();
    }

    /** Another process is asking the provider, or has just been answered. */
    private Secret untilTheOtherIsDone(Held held) {
        if (working(held).usable(now(), Duration.ZERO)) {
            return held.token().orElseThrow();
        }
        throw ConnectorException.throttled(
                "connection '" + held.connection().name() + "' is just being renewed by another process", A_MOMENT);
    }

    /** What the provider denied may have been a token that someone else replaced meanwhile. */
    private Secret gaveUp(Held held, String reason) {
        row.giveUp(held, reason);
        return working(row.read()).token().orElseThrow();
    }

    private Held working(Held held) {
        if (!held.ok()) {
            Connection connection = held.connection();
            throw ConnectorException.access("connection '" + connection.name() + "' no longer works: "
                    + connection.standing().reason().orElse("unknown") + ". Connect it again: 'nhip connect'");
        }
        return held;
    }

    private Instant now() {
        return clock.instant();
    }
}
