package vn.nhip.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhip.spi.FactKind;

/**
 * A roll-up of one fact kind.
 *
 * <p>Shape: {@code measure} is a number that this fact kind offers ({@code net}, {@code count}, {@code cost}),
 * {@code where} keeps facts whose field has one of the values, {@code by} are the breakdown dimensions beside the total.
 */
public record Metric(
        String id, FactKind fact, String measure, Map<String, Set<String>> where, List<String> by, Unit unit) {

    /** The one metric that is built in: customers whose first order ever falls on the day. Its unit is COUNT. */
    public static final String NEW_CUSTOMERS = "customers.new";

    public Metric {
        where = Map.copyOf(where);
        by = List.copyOf(by);
    }
}
