package vn.nhip.review;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What a team does with a KPI, and why.
 *
 * <p>Shape: {@code target} is the new one of a KPI whose target changes, {@code successor} the KPI that takes the place of a
 * replaced one. Whatever is not kept as it is needs a reason.
 */
public record Decision(Kind kind, String reason, Optional<BigDecimal> target, Optional<String> successor) {

    public enum Kind {
        KEEP,
        TARGET,
        REPLACE,
        DROP;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of this id; empty when there is none. */
        public static Optional<Kind> find(String id) {
            for (Kind kind : values()) {
                if (kind.id().equals(id)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public Decision {
        boolean whole =
                switch (kind) {
                    case KEEP -> true;
                    case TARGET -> target.isPresent();
                    case REPLACE -> successor.isPresent();
                    case DROP -> true;
                };
        if (!whole || (kind != Kind.KEEP && reason.isBlank())) {
            throw new IllegalArgumentException("a decision to " + kind.id() + " says why, and what comes instead");
        }
    }

    /** Nothing changes. */
    public static Decision keep(String reason) {
        return new Decision(Kind.KEEP, reason, Optional.empty(), Optional.empty());
    }
}
