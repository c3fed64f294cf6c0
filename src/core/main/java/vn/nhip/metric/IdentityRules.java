package vn.nhip.metric;

import java.util.Set;

/**
 * When an identity key is too common to mean one person.
 *
 * <p>Shape: a key that more than {@code cap} persons carry connects nobody, nor does an ignored one (given as the store's
 * key hash).
 */
public record IdentityRules(int cap, Set<String> ignored) {

    public static final IdentityRules DEFAULT = new IdentityRules(20, Set.of());

    public IdentityRules {
        ignored = Set.copyOf(ignored);
    }
}
