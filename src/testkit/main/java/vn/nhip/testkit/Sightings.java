package vn.nhip.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import vn.nhip.spi.Access;
import vn.nhip.spi.Secret;

/** Looks for the secrets of an account and the token of its connection, as they are and as they travel, in everything that is shown. */
final class Sightings {

    private final List<String> needles;
    private final List<String> found = new ArrayList<>();

    Sightings(Account account) {
        Access access = account.context().access();
        Stream<Secret> token = access == Access.NONE ? Stream.empty() : Stream.of(access.token());
        needles = Stream.concat(account.secrets().values().stream(), token)
                .map(Secret::reveal)
                .flatMap(Sightings::forms)
                .toList();
    }

    void add(String where, String text) {
        if (needles.stream().anyMatch(text::contains)) {
            found.add(where);
        }
    }

    void add(String where, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        add("failure of " + where, trace.toString());
    }

    void addAll(String where, List<String> texts) {
        texts.forEach(text -> add(where, text));
    }

    /** Where a secret stood; never the secret itself. */
    List<String> ofSecrets() {
        return found.stream().distinct().toList();
    }

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
