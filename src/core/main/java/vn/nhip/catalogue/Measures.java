package vn.nhip.catalogue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Lead;
import vn.nhip.spi.LedgerEntry;
import vn.nhip.spi.Order;
import vn.nhip.spi.SurveyAnswer;

/**
 * The measures of each fact kind, the fields that {@code where} may name, and the dimensions that {@code by} may name.
 *
 * <p>Meaning where the name leaves it open: order {@code count} is every order that counts (confirmed, paid or
 * delivered), {@code orders} only those with revenue above zero, {@code net} is gross − discounts before refunds,
 * {@code buyers} are distinct customers; lead {@code people} counts the same person within 30 days once;
 * survey {@code positive} is the two best scores of the scale, {@code detractors} a score of 6 or less of 0–10;
 * e-mail {@code human-clickers} are all clickers where the source does not tell machines apart.
 */
public final class Measures {

    /** Any dimension or field name goes: the open door of {@code metric-day}. */
    private static final String ANY = "*";

    private record Offer(List<Measure> measures, Map<String, Set<String>> fields, Set<String> dimensions) {}

    private static final Map<FactKind, Offer> OFFERS = offers();

    private Measures() {}

    public static Optional<Measure> find(FactKind fact, String id) {
        return of(fact).stream().filter(measure -> measure.id().equals(id)).findFirst();
    }

    /** All measures of a fact kind; empty where metrics cannot be made of it. */
    public static List<Measure> of(FactKind fact) {
        return Optional.ofNullable(OFFERS.get(fact)).map(Offer::measures).orElse(List.of());
    }

    /** The fields of a fact kind that {@code where} may name. */
    static Set<String> fields(FactKind fact) {
        return Optional.ofNullable(OFFERS.get(fact))
                .map(offer -> offer.fields().keySet())
                .orElse(Set.of());
    }

    static boolean hasField(FactKind fact, String field) {
        return fields(fact).contains(field) || fields(fact).contains(ANY);
    }

    /** The values that a field can have; empty where any text goes. */
    static Set<String> values(FactKind fact, String field) {
        return Optional.ofNullable(OFFERS.get(fact))
                .map(offer -> offer.fields().get(field))
                .orElse(Set.of());
    }

    static boolean hasDimension(FactKind fact, Measure measure, String dimension) {
        if (dimension.equals("product")) {
            return measure.ofLines();
        }
        Set<String> dimensions = dimensions(fact);
        return dimensions.contains(dimension) || dimensions.contains(ANY);
    }

    static Set<String> dimensions(FactKind fact) {
        return Optional.ofNullable(OFFERS.get(fact)).map(Offer::dimensions).orElse(Set.of());
    }

    private static Map<FactKind, Offer> offers() {
        Map<FactKind, Offer> offers = new EnumMap<>(FactKind.class);
        offers.put(FactKind.TRAFFIC_DAY, traffic());
        offers.put(FactKind.TRAFFIC_USERS, new Offer(List.of(Measure.distinct("users")), Map.of(), Set.of()));
        offers.put(FactKind.AD_DAY, ads());
        offers.put(FactKind.EMAIL_CAMPAIGN, email());
        offers.put(FactKind.LEAD, leads());
        offers.put(FactKind.ORDER, orders());
        offers.put(
                FactKind.REFUND,
                new Offer(
                        List.of(Measure.count("count"), Measure.money("amount")),
                        Map.of("channel", Set.of()),
                        Set.of("channel", "account")));
        offers.put(
                FactKind.LEDGER_ENTRY,
                new Offer(
                        List.of(Measure.money("amount")),
                        Map.of("category", ids(LedgerEntry.Category.values())),
                        Set.of("category", "account")));
        offers.put(FactKind.SURVEY_ANSWER, survey());
        offers.put(
                FactKind.METRIC_DAY,
                new Offer(List.of(Measure.count("value")), Map.of("metric", Set.of(), ANY, Set.of()), Set.of(ANY)));
        return offers;
    }

    private static Offer traffic() {
        Set<String> from = Set.of("channel", "source", "medium", "campaign");
        return new Offer(
                List.of(
                        Measure.count("sessions"),
                        Measure.count("engaged-sessions"),
                        Measure.count("new-users"),
                        Measure.count("key-events"),
                        new Measure("users", Unit.COUNT, Measure.Additivity.DAY_ONLY, false)),
                Map.of("channel", Set.of(), "source", Set.of(), "medium", Set.of(), "campaign", Set.of()),
                from);
    }

    private static Offer ads() {
        return new Offer(
                List.of(
                        Measure.money("cost"),
                        Measure.count("impressions"),
                        Measure.count("clicks"),
                        Measure.count("conversions"),
                        Measure.money("conversion-value")),
                Map.of("campaign", Set.of(), "campaign-id", Set.of(), "attribution", Set.of()),
                Set.of("campaign", "account"));
    }

    private static Offer email() {
        return new Offer(
                List.of(
                        Measure.count("sent"),
                        Measure.count("delivered"),
                        Measure.count("bounces"),
                        Measure.count("opens"),
                        Measure.count("opens-without-proxies"),
                        Measure.count("clickers"),
                        Measure.count("human-clickers"),
                        Measure.count("unsubscribes")),
                Map.of("campaign", Set.of()),
                Set.of("campaign", "account"));
    }

    private static Offer leads() {
        return new Offer(
                List.of(Measure.count("count"), Measure.count("people")),
                Map.of(
                        "origin", ids(Lead.Origin.values()),
                        "status", ids(Lead.Status.values()),
                        "channel", Set.of()),
                Set.of("origin", "channel", "account"));
    }

    private static Offer orders() {
        return new Offer(
                List.of(
                        Measure.count("count"),
                        Measure.count("orders"),
                        Measure.money("net"),
                        Measure.money("gross"),
                        Measure.money("discounts"),
                        Measure.money("tax"),
                        Measure.money("shipping"),
                        Measure.distinct("buyers"),
                        new Measure("units", Unit.COUNT, Measure.Additivity.SUM, true),
                        new Measure("line-amount", Unit.MONEY, Measure.Additivity.SUM, true),
                        new Measure("line-quantity", Unit.COUNT, Measure.Additivity.SUM, true)),
                Map.of("status", ids(Order.Status.values()), "channel", Set.of()),
                Set.of("channel", "account", "product"));
    }

    private static Offer survey() {
        return new Offer(
                List.of(Measure.count("count"), Measure.count("positive"), Measure.count("detractors")),
                Map.of("survey", ids(SurveyAnswer.Survey.values()), "scale", Set.of()),
                Set.of("account"));
    }

    private static Set<String> ids(Enum<?>... constants) {
        return Set.copyOf(Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
    }
}
