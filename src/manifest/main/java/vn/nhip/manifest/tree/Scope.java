package vn.nhip.manifest.tree;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** What the expressions of one request or record may look up, and the clock. */
public record Scope(Map<String, Object> variables, Clock clock) {

    public Scope {
        variables = Map.copyOf(variables);
    }

    /** The same, and one more variable. */
    public Scope with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(variables);
        more.put(name, value);
        return new Scope(more, clock);
    }
}
