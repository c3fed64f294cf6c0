package vn.nhip.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.app.Filing;
import vn.nhip.app.FoundAccounts;
import vn.nhip.connection.Consents;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;
import vn.nhip.web.page.SeenAccount;

/**
 * A connecting that somebody has begun and not ended: what is known so far, for one session.
 *
 * <p>Shape: kept in memory only; {@code again} when an existing connection is made anew. Calls: one task at a time
 * changes it, any thread looks.
 */
final class Draft {

    enum Step {
        /** The vendor is being asked. */
        ASKING,
        /** Somebody has to agree at the vendor. */
        CONSENT,
        CHOOSING,
        REVIEW,
        READING,
        /** Nothing more comes of it; start anew. */
        FAILED
    }

    /** Who it is about. */
    record Of(String id, String session, String who, String connector, String connection, boolean again) {}

    /** What is kept while somebody agrees elsewhere. */
    record Asked(Consents.Ask ask, URI address, Secret clientSecret, Map<String, Secret> secrets) {}

    /** Why it does not go on, by who acts next; {@code detail} is the source's or our own sentence. */
    record Problem(String key, String detail) {}

    private final Of of;
    private volatile Step step = Step.ASKING;
    private volatile Optional<Asked> asked = Optional.empty();
    private volatile Optional<FoundAccounts> found = Optional.empty();
    private volatile List<SeenAccount> looks = List.of();
    private volatile Optional<Problem> problem = Optional.empty();
    private volatile Optional<Filing.Look> file = Optional.empty();
    private volatile List<String> reading = List.of();

    Draft(Of of) {
        this.of = of;
    }

    Of of() {
        return of;
    }

    Step step() {
        return step;
    }

    Optional<Asked> asked() {
        return asked;
    }

    Optional<FoundAccounts> found() {
        return found;
    }

    List<SeenAccount> looks() {
        return looks;
    }

    /** The file that was sent, and what it would give. */
    Optional<Filing.Look> file() {
        return file;
    }

    Optional<Problem> problem() {
        return problem;
    }

    /** Accounts that are being read for the first time, or again. */
    List<String> reading() {
        return reading;
    }

    void waits() {
        problem = Optional.empty();
        step = Step.ASKING;
    }

    void asks(Asked now) {
        asked = Optional.of(now);
        step = Step.CONSENT;
    }

    /** The answer is here: the secrets that waited for it are dropped. */
    void answered() {
        asked = Optional.empty();
        waits();
    }

    void choose(FoundAccounts reached) {
        found = Optional.of(reached);
        step = Step.CHOOSING;
    }

    void review(List<SeenAccount> seen) {
        looks = List.copyOf(seen);
        step = Step.REVIEW;
    }

    void show(Filing.Look look) {
        file = Optional.of(look);
        step = Step.REVIEW;
    }

    void read(List<String> accounts) {
        reading = List.copyOf(accounts);
        step = Step.READING;
    }

    /** Goes back to the choice of accounts or to the file as it was seen last where there is one, else ends. */
    void failed(ConnectorException.Kind kind, String message) {
        problem = Optional.of(new Problem(kind.name().toLowerCase(java.util.Locale.ROOT), message));
        boolean back = found.isPresent() && kind != ConnectorException.Kind.ACCESS;
        step = back ? Step.CHOOSING : file.isPresent() ? Step.REVIEW : Step.FAILED;
    }

    void refused(String key, String message) {
        problem = Optional.of(new Problem(key, message));
        step = Step.FAILED;
    }
}
