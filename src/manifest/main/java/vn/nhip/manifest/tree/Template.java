package vn.nhip.manifest.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.nhip.kit.expression.ExpressionException;
import vn.nhip.manifest.expression.Interpolation;
import vn.nhip.spi.ConnectorException;

/** A text with expressions at its place in a manifest, and the parameters that it sees. */
public record Template(String place, Interpolation text, Map<String, Object> parameters) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,18})?");

    /**
     * The value of the text.
     *
     * @throws ConnectorException DATA when a value is not what the expression needs
     */
    public Object value(Scope scope) {
        return worked(() -> text.value(variables(scope), scope.clock()));
    }

    /**
     * The value as a text.
     *
     * @throws ConnectorException DATA when a value is not what the expression needs
     */
    public String text(Scope scope) {
        return worked(() -> text.text(variables(scope), scope.clock()));
    }

    /**
     * Whether the value counts as true.
     *
     * @throws ConnectorException DATA when a value is not what the expression needs
     */
    public boolean truth(Scope scope) {
        return worked(() -> text.truth(variables(scope), scope.clock()));
    }

    private <T> T worked(Supplier<T> expression) {
        try {
            return expression.get();
        } catch (ExpressionException unfit) {
            throw ConnectorException.data(place + ": cannot be worked out, " + String.valueOf(unfit.getMessage()));
        }
    }

    private Map<String, Object> variables(Scope scope) {
        if (parameters.isEmpty()) {
            return scope.variables();
        }
        Map<String, Object> all = new HashMap<>(scope.variables());
        all.put("parameters", parameters);
        return all;
    }

    /** Trees as values of the expression language. */
    static Map<String, Object> plain(Map<String, Tree> trees) {
        Map<String, Object> values = new LinkedHashMap<>();
        trees.forEach((name, tree) -> values.put(name, plain(tree)));
        return values;
    }

    private static Object plain(Tree tree) {
        if (tree instanceof Tree.Branch branch) {
            return plain(branch.entries());
        }
        if (tree instanceof Tree.Items items) {
            List<Object> values = new ArrayList<>();
            items.items().forEach(item -> values.add(plain(item)));
            return values;
        }
        String text = Component.text(tree);
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    @Override
    public String toString() {
        return text.written();
    }
}
