package vn.nhip.manifest.component;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.tree.Component;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.manifest.tree.Template;

/** Which replies it is about, and what they mean. */
record ResponseFilter(
        Set<Integer> codes,
        Optional<String> holding,
        Optional<Template> predicate,
        Optional<Meaning> action,
        Optional<Template> message) {

    /** What a reply means. */
    enum Meaning {
        SUCCESS,
        FAIL,
        RETRY,
        IGNORE,
        RESET_PAGINATION,
        RATE_LIMITED,
        REFRESH_TOKEN_THEN_RETRY
    }

    static ResponseFilter of(Component component) {
        if (!component.type().equals("HttpResponseFilter")) {
            throw component.unsupported("a response filter");
        }
        component.allow("http_codes", "error_message_contains", "predicate", "action", "failure_type", "error_message");
        Set<Integer> codes = new HashSet<>();
        for (String code : component.texts("http_codes")) {
            if (!code.matches("[1-5][0-9]{2}")) {
                throw component.require("http_codes").problem("'" + code + "' is no HTTP status");
            }
            codes.add(Integer.parseInt(code));
        }
        return new ResponseFilter(
                codes,
                component.findText("error_message_contains"),
                component.findTemplate("predicate", Variables.REPLY),
                component.findText("action").map(word -> meaning(component, word)),
                component.findTemplate("error_message", Variables.REPLY));
    }

    private static Meaning meaning(Component component, String word) {
        for (Meaning meaning : Meaning.values()) {
            if (meaning.name().equals(word)) {
                return meaning;
            }
        }
        throw component.require("action").problem("the action '" + word + "' is not supported");
    }

    boolean fits(HttpReply reply, Scope scope) {
        return codes.contains(reply.status())
                || (!reply.successful()
                        && holding.filter(text -> body(reply).contains(text)).isPresent())
                || predicate.filter(condition -> condition.truth(scope)).isPresent();
    }

    private static String body(HttpReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
