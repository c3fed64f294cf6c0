package vn.nhip.web;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connectings under way: each is found by whoever began it only, for an hour. */
final class Drafts {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST = 200;
    private static final int ID_BYTES = 16;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept> drafts = new ConcurrentHashMap<>();

    private record Kept(Draft draft, Instant until) {}

    Drafts(Clock clock) {
        this.clock = clock;
    }

    String freshId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Keeps it, unless too many are under way. */
    Draft keep(Draft draft) {
        Instant now = clock.instant();
        drafts.values().removeIf(kept -> now.isAfter(kept.until()));
        if (drafts.size() >= MOST) {
            throw new Refused(429, "slow");
        }
        drafts.put(draft.of().id(), new Kept(draft, now.plus(LONGEST)));
        return draft;
    }

    Optional<Draft> find(String id, String session) {
        return Optional.ofNullable(drafts.get(id))
                .filter(kept -> !clock.instant().isAfter(kept.until()))
                .map(Kept::draft)
                .filter(draft -> draft.of().session().equals(session));
    }

    /** The one that sent somebody to this address, which no other draft has. */
    Optional<Draft> find(URI address) {
        return drafts.values().stream()
                .map(Kept::draft)
                .filter(draft -> draft.asked()
                        .filter(asked -> asked.address().equals(address))
                        .isPresent())
                .findFirst();
    }
}
