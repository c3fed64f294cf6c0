package vn.nhip.spi;

import java.util.Set;

/**
 * One feed of an account.
 *
 * <p>Shape: the kinds of fact it gives; {@code restatedDays} is how many past days the source may still change (0 for
 * files); {@code order} says what its pages are sorted by, so that the engine knows when a cursor may advance; at most
 * {@code sideBySide} slices are read at the same time.
 */
public record StreamSpec(String name, Set<FactKind> facts, int restatedDays, PageOrder order, int sideBySide) {

    public enum PageOrder {
        CURSOR,
        ID,
        NONE
    }

    public StreamSpec {
        Names.requireKebab(name, "stream");
        facts = Set.copyOf(facts);
        if (restatedDays < 0) {
            throw new IllegalArgumentException("restated days cannot be negative");
        }
        if (sideBySide < 1) {
            throw new IllegalArgumentException("at least one slice is read at a time");
        }
    }

    /** With its slices read one after the other. */
    public StreamSpec(String name, Set<FactKind> facts, int restatedDays, PageOrder order) {
        this(name, facts, restatedDays, order, 1);
    }
}
