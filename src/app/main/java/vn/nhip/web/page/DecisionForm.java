package vn.nhip.web.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.nhip.catalogue.Kpi;
import vn.nhip.review.Decision;
import vn.nhip.review.Decision.Kind;

/** What somebody wrote into the form of one KPI's decision, as it was written. */
public record DecisionForm(Kpi kpi, String kind, String reason, String target, String successor) {

    private static final int LONGEST = 2_000;

    /** From the fields of the form by their names. */
    public static DecisionForm typed(Kpi kpi, UnaryOperator<String> field) {
        String reason = field.apply("reason").strip();
        return new DecisionForm(
                kpi,
                field.apply("decision"),
                reason.substring(0, Math.min(LONGEST, reason.length())),
                field.apply("target").strip(),
                field.apply("successor"));
    }

    /** The decision; empty when something that it needs is missing or cannot be read. */
    public Optional<Decision> decision(boolean vietnamese, List<Kpi> successors) {
        return wrong(vietnamese, successors).isPresent()
                ? Optional.empty()
                : Kind.find(kind).map(found -> switch (found) {
                    case KEEP -> Decision.keep(reason);
                    case TARGET -> new Decision(found, reason, number(vietnamese), Optional.empty());
                    case REPLACE -> new Decision(found, reason, Optional.empty(), Optional.of(successor));
                    case DROP -> new Decision(found, reason, Optional.empty(), Optional.empty());
                });
    }

    /** The key of what to say about what is wrong. */
    Optional<String> wrong(boolean vietnamese, List<Kpi> successors) {
        Optional<Kind> found = Kind.find(kind);
        if (found.isEmpty()) {
            return Optional.of("web.review.wrong.decision");
        }
        if (found.get() == Kind.TARGET && number(vietnamese).isEmpty()) {
            return Optional.of("web.said.number-wrong");
        }
        boolean known = successors.stream().anyMatch(other -> other.id().equals(successor));
        if (found.get() == Kind.REPLACE && !known) {
            return Optional.of("web.review.wrong.successor");
        }
        return found.get() != Kind.KEEP && reason.isEmpty() ? Optional.of("web.review.wrong.reason") : Optional.empty();
    }

    private Optional<BigDecimal> number(boolean vietnamese) {
        return new Typed(vietnamese, kpi.unit()).number(target);
    }
}
