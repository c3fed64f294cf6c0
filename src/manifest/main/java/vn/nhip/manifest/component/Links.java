package vn.nhip.manifest.component;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.kit.http.HttpReply;

/** The headers of a reply as expressions see them while paging: {@code headers['link']['next']['url']} is a link. */
final class Links {

    private static final Pattern LINK = Pattern.compile("<([^<>]{0,4000})>([^<]{0,1000})");
    private static final Pattern RELATION = Pattern.compile(";\\s*rel\\s*=\\s*\"?([^\";,]{1,100})\"?");

    private Links() {}

    static Map<String, Object> headers(HttpReply reply) {
        Map<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(reply.headers());
        headers.put("link", reply.header("Link").map(Links::parsed).orElse(Map.of()));
        return headers;
    }

    private static Map<String, Object> parsed(String header) {
        Map<String, Object> links = new LinkedHashMap<>();
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            Matcher relation = RELATION.matcher(link.group(2));
            String name = relation.find() ? relation.group(1).strip() : link.group(1);
            links.put(name, Map.of("url", link.group(1), "rel", name));
        }
        return links;
    }
}
