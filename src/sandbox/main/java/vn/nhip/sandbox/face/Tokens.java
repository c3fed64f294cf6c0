package vn.nhip.sandbox.face;

import java.util.Set;

/** Which bearer tokens a face accepts. */
@FunctionalInterface
public interface Tokens {

    boolean accepts(String token);

    static Tokens any() {
        return token -> !token.isBlank();
    }

    static Tokens only(String... tokens) {
        return Set.of(tokens)::contains;
    }
}
