package vn.nhip.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.manifest.component.Router;
import vn.nhip.manifest.component.Stream;

/**
 * One level of the parts that a slice is walked in: listed values, the windows of a parent, or the parents themselves.
 *
 * <p>Shape: {@code above} are the levels whose parts parents are read in, {@code size} and {@code distinct} of a group.
 */
record Stage(Kind kind, Router router, List<Integer> above, Optional<Router.Grouped> group) {

    /** What the parts of a level are. */
    enum Kind {
        LISTED,
        WINDOWS,
        PARENTS
    }

    /** The levels of a stream, and which of them make the part that its own pages are read in. */
    record Plan(List<Stage> stages, List<Integer> leaf) {}

    /** Values that make slices of their own are no level; they are where {@code slices} are not windows. */
    static Plan plan(Stream stream) {
        List<Stage> stages = new ArrayList<>();
        List<Integer> leaf = expanded(stream, stages, stream.cursor().isPresent());
        return new Plan(List.copyOf(stages), leaf);
    }

    private static List<Integer> expanded(Stream stream, List<Stage> stages, boolean listed) {
        List<Integer> own = new ArrayList<>();
        for (Router router : stream.routers()) {
            Optional<Router.Grouped> group =
                    router instanceof Router.Grouped grouped ? Optional.of(grouped) : Optional.empty();
            Router inner = group.map(Router.Grouped::inner).orElse(router);
            if (inner instanceof Router.Parents parents) {
                List<Integer> above = expanded(parents.parent(), stages, true);
                if (parents.parent().cursor().isPresent()) {
                    stages.add(new Stage(Kind.WINDOWS, parents, List.of(), Optional.empty()));
                    above.add(stages.size() - 1);
                }
                stages.add(new Stage(Kind.PARENTS, parents, above, group));
                own.add(stages.size() - 1);
            } else if (listed) {
                stages.add(new Stage(Kind.LISTED, inner, List.of(), group));
                own.add(stages.size() - 1);
            }
        }
        return own;
    }

    /** The parents, of a level that has some. */
    Router.Parents parents() {
        if (router instanceof Router.Parents parents) {
            return parents;
        }
        throw new IllegalStateException("this level has no parents");
    }
}
