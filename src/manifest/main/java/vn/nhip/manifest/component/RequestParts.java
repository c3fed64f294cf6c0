package vn.nhip.manifest.component;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.manifest.expression.Values;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;
import vn.nhip.spi.ConnectorException;

/** A request while its components put it together: address, query, headers, fields of its body. */
public final class RequestParts {

    /** Where a component may put a value. */
    enum Place {
        REQUEST_PARAMETER,
        HEADER,
        BODY_DATA,
        BODY_JSON
    }

    private String url;
    private final Map<String, Object> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, Object> form = new LinkedHashMap<>();
    private final Map<String, Object> json = new LinkedHashMap<>();
    private Optional<String> text = Optional.empty();

    RequestParts(String url) {
        this.url = url;
    }

    /** Puts a value in its place, in a JSON body below other names; one that is missing, none or empty is left out. */
    void put(Place place, List<String> path, Object value) {
        if (path.size() == 1) {
            put(place, path.get(0), value);
        } else if (Values.present(value) && !value.equals("")) {
            below(path).put(path.get(path.size() - 1), value);
        }
    }

    @SuppressWarnings("unchecked") // only texts as names are ever put into maps of a body
    private Map<String, Object> below(List<String> path) {
        Map<String, Object> at = json;
        for (String name : path.subList(0, path.size() - 1)) {
            Object inner = at.get(name) instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : new LinkedHashMap<>();
            at.put(name, inner);
            at = (Map<String, Object>) inner;
        }
        return at;
    }

    /** Puts a value in its place; one that is missing, none or an empty text is left out. */
    void put(Place place, String name, Object value) {
        if (!Values.present(value) || value.equals("")) {
            return;
        }
        switch (place) {
            case REQUEST_PARAMETER -> query.put(name, value);
            case HEADER -> headers.put(name, written(value));
            case BODY_DATA -> form.put(name, value);
            case BODY_JSON -> json.put(name, value);
        }
    }

    /** Replaces the address: paging by whole links. */
    void moveTo(String link) {
        url = URI.create(url).resolve(link).toString();
        query.clear();
    }

    /**
     * The whole address.
     *
     * @throws ConnectorException DATA when it is none
     */
    public URI uri() {
        String more = encoded(query);
        try {
            return URI.create(more.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + more);
        } catch (IllegalArgumentException malformed) {
            throw ConnectorException.data("the manifest makes an address that is none; check url_base and path");
        }
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Sends this text as it is. */
    void carry(String whole) {
        text = Optional.of(whole);
    }

    /** A body that is neither form nor JSON. */
    public Optional<String> text() {
        return text;
    }

    /** The header of this name, in any case. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The fields of a form, encoded, when there are any. */
    public Optional<String> form() {
        return form.isEmpty() ? Optional.empty() : Optional.of(encoded(form));
    }

    /** The fields of a JSON body, when there are any. */
    public Optional<Map<String, Object>> json() {
        return json.isEmpty() ? Optional.empty() : Optional.of(json);
    }

    static String written(Object value) {
        return value instanceof Boolean yes ? yes.toString() : Values.text(value);
    }

    private static String encoded(Map<String, Object> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> {
            List<?> values = value instanceof List<?> several ? several : List.of(value);
            values.forEach(each -> pairs.add(encoded(name) + "=" + encoded(written(each))));
        });
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Puts the values of several templates in their place. */
    void putAll(Place place, Map<String, Template> templates, Scope scope) {
        templates.forEach((name, template) -> put(place, name, template.value(scope)));
    }
}
