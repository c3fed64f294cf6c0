package vn.nhip.kit.facts;

import java.util.List;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Rejected;

/**
 * What became of one record (a row, or all rows of a group): facts, or one {@link Rejected} for each of its rows, or
 * neither when no rule took it (it was filtered). Never a part of its facts.
 */
public record Mapped(List<Envelope> facts, List<Rejected> rejected) {

    static final Mapped FILTERED = new Mapped(List.of(), List.of());

    public Mapped {
        facts = List.copyOf(facts);
        rejected = List.copyOf(rejected);
    }

    public boolean filtered() {
        return facts.isEmpty() && rejected.isEmpty();
    }
}
