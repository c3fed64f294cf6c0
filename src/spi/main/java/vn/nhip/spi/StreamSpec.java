package vn.nhip.spi;

import java.util.Set;

/**
 * One feed of an account.
 *
 * <p>Shape: the kinds of fact it gives; {@code restatedDays} is how many past days the source may still change (0 for
 * files); {@code order} says what its pages are sorted by, so that the engine knows when a cursor may advance.
 */
public record StreamSpec(String name, Set<FactKind> facts, int restatedDays, PageOrder order) {

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
    }
}
