package vn.nhip.catalogue;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.nhip.kit.expression.Expression;
import vn.nhip.kit.expression.ExpressionException;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;

/** Reads {@code formula:}, a map with one key: the type of the KPI. */
final class FormulaReader {

    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");
    private static final Set<String> TYPES =
            Set.of("sum", "ratio", "derived", "distinct", "retention", "active-customers", "model");

    private final TextReader texts;
    private final Period activeWindow;

    FormulaReader(TextReader texts, int activeWindowDays) {
        this.texts = texts;
        this.activeWindow = Period.ofDays(activeWindowDays);
    }

    Formula formula(YamlNode node) {
        YamlMap map = node.map();
        if (map.keys().size() != 1 || !TYPES.containsAll(map.keys())) {
            throw node.problem("a formula has exactly one of these keys: "
                    + String.join(", ", TYPES.stream().sorted().toList()));
        }
        String type = map.keys().iterator().next();
        YamlNode value = map.require(type);
        return switch (type) {
            case "sum" -> new Formula.Sum(alternatives(value));
            case "ratio" -> ratio(value.map().allow("numerator", "denominator"));
            case "distinct" -> new Formula.Distinct(value.text());
            case "retention" -> retention(value.map().allow("kind", "window"));
            case "active-customers" ->
                new Formula.ActiveCustomers(window(value.map().allow("window")));
            case "model" -> model(value);
            default -> derived(value);
        };
    }

    private Formula ratio(YamlMap map) {
        return new Formula.Ratio(alternatives(map.require("numerator")), alternatives(map.require("denominator")));
    }

    private static Formula derived(YamlNode node) {
        try {
            return new Formula.Derived(Expression.parse(node.text().strip()).toString());
        } catch (ExpressionException refused) {
            throw node.problem("the expression cannot be read: " + refused.getMessage());
        }
    }

    private static Formula model(YamlNode node) {
        if (!Formula.Model.KNOWN.contains(node.text())) {
            throw node.problem(
                    "model '" + node.text() + "' is not known; known: " + String.join(", ", Formula.Model.KNOWN));
        }
        return new Formula.Model(node.text());
    }

    private Formula retention(YamlMap map) {
        return new Formula.Retention(map.require("kind").choice(Formula.Retention.Kind.class), window(map));
    }

    /** {@code none} (the period itself), {@code active} (the workspace's setting) or a number of days. */
    private Optional<Period> window(YamlMap map) {
        YamlNode node = map.require("window");
        return switch (node.text()) {
            case "none" -> Optional.empty();
            case "active" -> Optional.of(activeWindow);
            default -> Optional.of(Period.ofDays(days(node)));
        };
    }

    private static int days(YamlNode node) {
        int days = node.parse(Integer::parseInt, "none, active or a number of days");
        if (days < 1 || days > 3_660) {
            throw node.problem("a window has 1 to 3660 days, not " + days);
        }
        return days;
    }

    private List<Formula.Terms> alternatives(YamlNode node) {
        if (!node.isList()) {
            return List.of(new Formula.Terms(Formula.When.ALWAYS, terms(node), Optional.empty()));
        }
        List<Formula.Terms> alternatives =
                node.list().stream().map(this::alternative).toList();
        if (alternatives.isEmpty()) {
            throw node.problem("at least one alternative is needed");
        }
        for (Formula.Terms early : alternatives.subList(0, alternatives.size() - 1)) {
            if (early.when() == Formula.When.ALWAYS) {
                throw node.problem("what stands after an alternative without 'when' is never reached");
            }
        }
        return alternatives;
    }

    private Formula.Terms alternative(YamlNode node) {
        YamlMap map = node.map().allow("when", "terms", "label");
        Formula.When when =
                map.find("when").map(value -> value.choice(Formula.When.class)).orElse(Formula.When.ALWAYS);
        return new Formula.Terms(
                when, terms(map.require("terms")), map.find("label").map(texts::texts));
    }

    /** Metric ids joined by {@code +} and {@code -} with blanks around; one in parentheses is optional. */
    private static List<Formula.Term> terms(YamlNode node) {
        List<Formula.Term> terms = new ArrayList<>();
        String sign = "+";
        boolean expectsMetric = true;
        for (String token : Pattern.compile("\\s+").split(node.text().strip(), -1)) {
            boolean isSign = token.equals("+") || token.equals("-");
            if (isSign == expectsMetric && !(terms.isEmpty() && token.equals("-"))) {
                throw node.problem("expected metrics joined by ' + ' or ' - ', not '" + node.text() + "'");
            }
            if (isSign) {
                sign = token;
            } else {
                terms.add(term(node, token, sign));
            }
            expectsMetric = isSign;
        }
        if (expectsMetric) {
            throw node.problem("a metric is missing at the end of '" + node.text() + "'");
        }
        return terms;
    }

    private static Formula.Term term(YamlNode node, String token, String sign) {
        boolean optional = token.startsWith("(") && token.endsWith(")");
        String id = optional ? token.substring(1, token.length() - 1) : token;
        if (!METRIC.matcher(id).matches()) {
            throw node.problem("'" + token + "' is no metric id");
        }
        return new Formula.Term(id, sign.equals("-"), optional);
    }
}
