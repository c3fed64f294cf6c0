package vn.nhip.manifest.component;

import java.util.Locale;
import java.util.Optional;
import vn.nhip.manifest.tree.Component;

/** Where in a request a value goes, and under which name; or the whole address. */
record RequestOption(Optional<RequestParts.Place> place, String name) {

    static RequestOption of(Component component) {
        if (component.type().equals("RequestPath")) {
            component.allow();
            return new RequestOption(Optional.empty(), "");
        }
        if (!component.type().equals("RequestOption")) {
            throw component.unsupported("a place in the request");
        }
        component.allow("inject_into", "field_name");
        String wanted = component.text("inject_into");
        for (RequestParts.Place place : RequestParts.Place.values()) {
            if (place.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return new RequestOption(Optional.of(place), component.text("field_name"));
            }
        }
        throw component.require("inject_into").problem("'" + wanted + "' is no place in a request");
    }

    void put(RequestParts parts, Object value) {
        if (place.isPresent()) {
            parts.put(place.get(), name, value);
        } else {
            parts.moveTo(RequestParts.written(value));
        }
    }
}
