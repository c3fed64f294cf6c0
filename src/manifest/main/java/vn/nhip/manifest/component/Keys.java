package vn.nhip.manifest.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** Other names for the fields of a record, at the first level or at every one. */
record Keys(BiFunction<String, Scope, String> name, boolean deep) implements Transformation {

    static final Keys LOWER = new Keys((key, scope) -> key.toLowerCase(Locale.ROOT), false);
    static final Keys SNAKE_CASE = new Keys((key, scope) -> snakeCase(key), true);

    private static final Pattern WORD = Pattern.compile("[A-Z]+[a-z]*|[a-z]+|[0-9]+|([^a-zA-Z0-9]+)");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    static Keys replaced(Component component) {
        component.allow("old", "new");
        Template before = component.template("old", Variables.RECORD);
        Template after = component.template("new", Variables.RECORD);
        return new Keys((key, scope) -> key.replace(before.text(scope), after.text(scope)), true);
    }

    @Override
    public void apply(ObjectNode record, Scope scope) {
        rename(record, scope.with("record", Values.of(record)));
    }

    private void rename(ObjectNode record, Scope scope) {
        Map<String, JsonNode> renamed = new LinkedHashMap<>();
        record.properties().forEach(field -> {
            if (deep && field.getValue() instanceof ObjectNode inner) {
                rename(inner, scope);
            }
            renamed.put(name.apply(field.getKey(), scope), field.getValue());
        });
        record.removeAll();
        record.setAll(renamed);
    }

    /** {@code "MãĐơn hàng"} is {@code ma_don_hang}; an empty word marks a sign at either end, and a number at the start. */
    private static String snakeCase(String key) {
        String ascii = MARKS.matcher(Normalizer.normalize(key, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(ascii);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group() : "");
        }
        for (int i = words.size() - 2; i > 0; i--) {
            if (words.get(i).isEmpty()) {
                words.remove(i);
            }
        }
        if (!words.isEmpty() && words.get(0).matches("[0-9]+")) {
            words.add(0, "");
        }
        return String.join("_", words).toLowerCase(Locale.ROOT);
    }
}
