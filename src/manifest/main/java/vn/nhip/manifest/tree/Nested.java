package vn.nhip.manifest.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nhip.manifest.expression.Values;

/** A value of a manifest whose texts hold expressions: one text, or lists and maps of them. */
public sealed interface Nested {

    /** The value; entries of maps that come to none are left out. */
    Object value(Scope scope);

    /** One text; {@code true} and {@code false} are yes and no. */
    record One(Template template) implements Nested {
        @Override
        public Object value(Scope scope) {
            String written = template.text().written();
            if (written.equals("true") || written.equals("false")) {
                return Boolean.valueOf(written);
            }
            return template.value(scope);
        }
    }

    /** A list. */
    record Several(List<Nested> items) implements Nested {
        @Override
        public Object value(Scope scope) {
            List<Object> values = new ArrayList<>();
            items.forEach(item -> values.add(item.value(scope)));
            return values;
        }
    }

    /** A map. */
    record Fields(Map<String, Nested> entries) implements Nested {
        @Override
        public Object value(Scope scope) {
            Map<String, Object> values = new LinkedHashMap<>();
            entries.forEach((name, entry) -> {
                Object value = entry.value(scope);
                if (Values.present(value)) {
                    values.put(name, value);
                }
            });
            return values;
        }
    }
}
