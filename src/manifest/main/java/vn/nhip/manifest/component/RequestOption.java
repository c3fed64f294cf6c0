package vn.nhip.manifest.component;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** Where in a request a value goes, and under which name or, in a JSON body, path of names; or the whole address. */
record RequestOption(Optional<RequestParts.Place> place, List<Template> path, Optional<String> fixed) {

    static RequestOption header(String name) {
        return new RequestOption(Optional.of(RequestParts.Place.HEADER), List.of(), Optional.of(name));
    }

    static RequestOption of(Component component) {
        if (component.type().equals("RequestPath")) {
            component.allow("inject_into", "field_name");
            return new RequestOption(Optional.empty(), List.of(), Optional.empty());
        }
        if (!component.type().equals("RequestOption")) {
            throw component.unsupported("a place in the request");
        }
        component.allow("inject_into", "field_name", "field_path");
        String wanted = component.text("inject_into");
        for (RequestParts.Place place : RequestParts.Place.values()) {
            if (place.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return new RequestOption(Optional.of(place), path(component, place), Optional.empty());
            }
        }
        throw component.require("inject_into").problem("'" + wanted + "' is no place in a request");
    }

    private static List<Template> path(Component component, RequestParts.Place place) {
        List<Template> path = component.templateList("field_path", Variables.CONFIG);
        if (path.isEmpty()) {
            return List.of(component.template("field_name", Variables.CONFIG));
        }
        if (place != RequestParts.Place.BODY_JSON) {
            throw component.require("field_path").problem("'field_path' is for body_json only");
        }
        return path;
    }

    void put(RequestParts parts, Object value, Scope scope) {
        if (place.isEmpty()) {
            parts.moveTo(RequestParts.written(value));
        } else if (fixed.isPresent()) {
            parts.put(place.get(), fixed.get(), value);
        } else {
            parts.put(place.get(), path.stream().map(name -> name.text(scope)).toList(), value);
        }
    }
}
