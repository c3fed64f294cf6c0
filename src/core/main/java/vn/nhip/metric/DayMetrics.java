package vn.nhip.metric;

import java.util.Set;
import java.util.TreeSet;
import vn.nhip.catalogue.Metric;
import vn.nhip.spi.FactKind;

/**
 * The names that {@code metric_day} uses beside the catalogue's.
 *
 * <p>Units: every value of {@code metric_day} is whole millionths, of counts too. An empty dimension is the total.
 */
public final class DayMetrics {

    /** What the parts of a breakdown do not explain; parts and this together are the total. */
    public static final String UNALLOCATED = "(unallocated)";

    /** Dimension of cells that say how many facts lack the number; the dimension value is the reason code. */
    public static final String GAP = "(gap)";

    /** Dimension, on the presence metric, of facts that stand in a stronger account too. */
    public static final String DUPLICATE = "(duplicate)";

    /** Dimension of buyers nobody knows: orders without a person; they are part of the total. */
    public static final String ANONYMOUS = "(anonymous)";

    private DayMetrics() {}

    /** Every dimension that cells of a metric can have. */
    static Set<String> dimensions(Metric metric) {
        Set<String> dimensions = new TreeSet<>(metric.by());
        dimensions.addAll(Set.of("", GAP, ANONYMOUS));
        return dimensions;
    }

    /** The built-in metric that counts the facts of a kind, whether they count in KPIs or not. */
    public static String presence(FactKind kind) {
        return "facts:" + kind.id();
    }
}
