package vn.nhip.kit.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns names into the indexes under which their values stand. */
final class Slots {

    private final List<String> all;
    private final boolean open;
    private final Set<String> used = new LinkedHashSet<>();

    private Slots(List<String> all, boolean open) {
        this.all = all;
        this.open = open;
    }

    static Slots open() {
        return new Slots(new ArrayList<>(), true);
    }

    static Slots closed(List<String> known) {
        return new Slots(List.copyOf(known), false);
    }

    int of(Token name) {
        String text = name.text();
        int slot = all.indexOf(text);
        if (slot < 0 && !open) {
            throw new ExpressionException(
                    name.column(),
                    "unknown name '" + text + "'; known: " + String.join(", ", all) + "; a text stands in quotes");
        }
        if (slot < 0) {
            all.add(text);
            slot = all.size() - 1;
        }
        used.add(text);
        return slot;
    }

    List<String> used() {
        return List.copyOf(used);
    }

    List<String> all() {
        return all;
    }
}
