package vn.nhip.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.nhip.spi.Grain;

/**
 * A formula over metrics at a cadence.
 *
 * <p>Shape: {@code id} is permanent, {@code version} grows with every change that can move a value. A variant names
 * the headline KPI it stands beside; a headline has none. {@code grains} are those the value is offered at, the
 * cadence among them. Below {@code minimumSample} in the denominator a value is shown but not judged: no status, no
 * incident.
 */
public record Kpi(
        String id,
        int version,
        Texts name,
        Grain cadence,
        Set<Grain> grains,
        Unit unit,
        Good good,
        Formula formula,
        List<String> dimensions,
        long minimumSample,
        Optional<String> variantOf,
        Texts definition,
        Texts.Guide guide) {

    /** Which way is better; NEUTRAL where neither is. */
    public enum Good {
        UP,
        DOWN,
        NEUTRAL
    }

    public Kpi {
        grains = Collections.unmodifiableSortedSet(new TreeSet<>(grains));
        dimensions = List.copyOf(dimensions);
    }
}
