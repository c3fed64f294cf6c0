package vn.nhip.app;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.incident.Incidents;
import vn.nhip.review.Decision;
import vn.nhip.review.Review;
import vn.nhip.review.Reviews;
import vn.nhip.review.Reviews.Ruling;
import vn.nhip.store.Store;

/** The review of a month: how each KPI went, and what the team decides about it, which takes effect in {@code nhip.yaml}. */
public final class Reviewing {

    private final Workplace workplace;
    private final Reviews reviews;

    Reviewing(Workplace workplace, Store store, long workspace) {
        this.workplace = workplace;
        this.reviews = new Reviews(store, workspace, workplace.clock());
    }

    public Reviews reviews() {
        return reviews;
    }

    /** The last month that is over: the one that can be decided about. */
    public YearMonth last() {
        return YearMonth.from(workplace.today()).minusMonths(1);
    }

    /** Every KPI that is shown, and those that this month's review put aside. */
    public List<Reviewed> of(YearMonth month) {
        List<Review> decided = reviews.of(month);
        Set<String> named = decided.stream().map(Review::kpi).collect(Collectors.toSet());
        Map<String, Review> latest = new HashMap<>();
        decided.forEach(review -> latest.put(review.kpi(), review));
        Incidents incidents = workplace.acts().incidents();
        return workplace.catalogue().kpis().values().stream()
                .filter(kpi -> shown(kpi) || named.contains(kpi.id()))
                .map(kpi -> new Reviewed(
                        kpi,
                        workplace.config().choice(kpi.id()),
                        course(kpi, month),
                        Reviewed.Case.of(incidents, kpi, month),
                        Optional.ofNullable(latest.get(kpi.id())),
                        successors(kpi)))
                .toList();
    }

    private Course course(Kpi kpi, YearMonth month) {
        return Course.of(workplace.values(), kpi, workplace.config().choice(kpi.id()), month);
    }

    private boolean shown(Kpi kpi) {
        boolean listed = kpi.variantOf().isEmpty() || workplace.config().kpis().containsKey(kpi.id());
        return listed && workplace.config().choice(kpi.id()).show();
    }

    /** What could take the place of a KPI: its variants first, then the KPIs of the guide that are not shown. */
    public List<Kpi> successors(Kpi kpi) {
        String family = kpi.variantOf().orElse(kpi.id());
        List<Kpi> found = new ArrayList<>();
        workplace.catalogue().findKpi(family).ifPresent(found::add);
        found.addAll(workplace.catalogue().variantsOf(family));
        found.addAll(workplace.catalogue().headlines());
        return found.stream()
                .distinct()
                .filter(other -> !other.id().equals(kpi.id()) && !shown(other))
                .toList();
    }

    /**
     * Keeps what was decided about KPIs in the review of a month, and carries it out: all of it, or nothing.
     *
     * @throws vn.nhip.kit.yaml.YamlException when {@code nhip.yaml} cannot be changed without touching anything else
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public void decide(YearMonth month, Map<Kpi, Decision> decisions, String who) {
        List<Ruling> rulings = new ArrayList<>();
        Map<String, KpiChoice> choices = new HashMap<>();
        decisions.forEach((kpi, decision) -> {
            rulings.add(new Ruling(kpi.id(), decision, seen(kpi, month), who));
            choices.putAll(effects(kpi, decision));
        });
        reviews.decide(month, rulings, () -> {
            if (!choices.isEmpty()) {
                workplace.acts().write(choices);
            }
        });
        workplace.acts().follow();
    }

    private Review.Seen seen(Kpi kpi, YearMonth month) {
        Course course = course(kpi, month);
        Optional<BigDecimal> value = course.now().flatMap(now -> now.value());
        LocalDate start = kpi.cadence().startOf(month.atEndOfMonth());
        return new Review.Seen(
                value, workplace.config().choice(kpi.id()).target(start), course.reached(), course.judged());
    }

    private Map<String, KpiChoice> effects(Kpi kpi, Decision decision) {
        KpiChoice now = workplace.config().choice(kpi.id());
        KpiChoice gone = new KpiChoice(false, false, now.owner(), now.department(), now.target(), now.targets());
        return switch (decision.kind()) {
            case KEEP -> Map.of();
            case TARGET ->
                Map.of(
                        kpi.id(),
                        new KpiChoice(
                                now.show(),
                                now.watch(),
                                now.owner(),
                                now.department(),
                                decision.target(),
                                now.targets()));
            case REPLACE -> {
                String successor = decision.successor().orElseThrow();
                yield Map.of(
                        kpi.id(), gone, successor, heir(now, workplace.config().choice(successor)));
            }
            case DROP -> Map.of(kpi.id(), gone);
        };
    }

    /** Shown and watched; owner and department of the one before it where it has none. */
    private static KpiChoice heir(KpiChoice before, KpiChoice own) {
        return new KpiChoice(
                true,
                true,
                own.owner().or(before::owner),
                own.department().or(before::department),
                own.target(),
                own.targets());
    }
}
