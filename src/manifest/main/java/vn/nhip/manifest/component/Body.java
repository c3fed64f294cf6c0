package vn.nhip.manifest.component;

import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Nested;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.manifest.tree.Tree;

/** What a request carries: a form, JSON, a text, or nothing. */
sealed interface Body {

    void put(RequestParts parts, Scope scope);

    /** Named values, as a form or as JSON. */
    record Fields(RequestParts.Place place, Map<String, Nested> fields) implements Body {
        @Override
        public void put(RequestParts parts, Scope scope) {
            fields.forEach((name, value) -> parts.put(place, name, value.value(scope)));
        }
    }

    /** One expression that comes to a map, or else is sent as it is. */
    record Whole(RequestParts.Place place, Template text) implements Body {
        @Override
        public void put(RequestParts parts, Scope scope) {
            if (text.value(scope) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> parts.put(place, String.valueOf(name), value));
            } else {
                parts.carry(text.text(scope));
            }
        }
    }

    static Body of(Component requester) {
        Optional<Component> body = requester.findChild("request_body", "");
        if (body.isPresent()) {
            return typed(body.get().allow("value"));
        }
        return requester.find("request_body_json").isPresent()
                ? fields(requester, "request_body_json", RequestParts.Place.BODY_JSON)
                : fields(requester, "request_body_data", RequestParts.Place.BODY_DATA);
    }

    private static Body typed(Component body) {
        return switch (body.type()) {
            case "RequestBodyPlainText" ->
                new Whole(RequestParts.Place.BODY_DATA, body.template("value", Variables.REQUEST));
            case "RequestBodyUrlEncodedForm" -> fields(body, "value", RequestParts.Place.BODY_DATA);
            case "RequestBodyJsonObject", "RequestBodyGraphQL" -> fields(body, "value", RequestParts.Place.BODY_JSON);
            default -> throw body.unsupported("a body");
        };
    }

    private static Body fields(Component component, String field, RequestParts.Place place) {
        return component.find(field).orElse(null) instanceof Tree.Text
                ? new Whole(place, component.template(field, Variables.REQUEST))
                : new Fields(place, component.nestedEntries(field, Variables.REQUEST));
    }
}
