package vn.nhip.manifest.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows {@code $ref: "#/definitions/x"}: what stands beside it overrides what it refers to; a circle is refused.
 *
 * <p>Only what is asked for is followed, so that what no stream uses costs nothing. Schemas are left as they are.
 */
final class References {

    private static final String REF = "$ref";
    private static final String SCHEMA = "schema_loader";
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");
    private static final int MOST_VALUES = 200_000;

    private final Tree.Branch root;
    private final Deque<String> open = new ArrayDeque<>();
    private int values;

    References(Tree.Branch root) {
        this.root = root;
    }

    /** The same tree without references. */
    Tree followed(Tree tree) {
        if (++values > MOST_VALUES) {
            throw tree.problem("the references of this file make more than " + MOST_VALUES + " values");
        }
        if (tree instanceof Tree.Items items) {
            List<Tree> all = new ArrayList<>();
            items.items().forEach(item -> all.add(followed(item)));
            return new Tree.Items(items.place(), all);
        }
        if (tree instanceof Tree.Branch branch) {
            return branch(branch);
        }
        return tree instanceof Tree.Text text && text.text().startsWith("#/") ? target(text) : tree;
    }

    private Tree branch(Tree.Branch branch) {
        Map<String, Tree> entries = new LinkedHashMap<>();
        Tree reference = branch.entries().get(REF);
        if (reference != null) {
            Tree target = target(reference);
            if (!(target instanceof Tree.Branch base)) {
                if (branch.entries().size() > 1) {
                    throw reference.problem("refers to a value that nothing can stand beside");
                }
                return target;
            }
            entries.putAll(base.entries());
        }
        branch.entries().forEach((key, value) -> {
            if (!key.equals(REF)) {
                entries.put(key, key.equals(SCHEMA) ? value : overlaid(entries.get(key), followed(value)));
            }
        });
        return new Tree.Branch(branch.place(), entries);
    }

    /** Maps beside a reference are merged into its own, as the language has it. */
    private static Tree overlaid(@Nullable Tree below, Tree above) {
        if (below instanceof Tree.Branch base
                && above instanceof Tree.Branch over
                && !over.entries().containsKey("type")) {
            Map<String, Tree> entries = new LinkedHashMap<>(base.entries());
            over.entries().forEach((key, value) -> entries.put(key, overlaid(entries.get(key), value)));
            return new Tree.Branch(over.place(), entries);
        }
        return above;
    }

    private Tree target(Tree reference) {
        String path = reference instanceof Tree.Text text ? text.text() : "";
        if (!path.startsWith("#/")) {
            throw reference.problem("a reference looks like \"#/definitions/name\"");
        }
        if (open.contains(path)) {
            throw reference.problem("'" + path + "' refers to itself");
        }
        open.push(path);
        Tree found = followed(walk(reference, path));
        open.pop();
        return found;
    }

    private Tree walk(Tree reference, String path) {
        Tree at = root;
        for (String name : path.substring(2).split("/", -1)) {
            Tree next = null;
            if (at instanceof Tree.Branch branch) {
                next = branch.entries().get(name);
            } else if (at instanceof Tree.Items items && INDEX.matcher(name).matches()) {
                int index = Integer.parseInt(name);
                next = index < items.items().size() ? items.items().get(index) : null;
            }
            if (next == null) {
                throw reference.problem("'" + path + "' is not to be found: there is no '" + name + "'");
            }
            at = next;
        }
        return at;
    }
}
