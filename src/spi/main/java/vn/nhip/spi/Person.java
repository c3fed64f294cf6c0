package vn.nhip.spi;

import java.util.Set;

/** Everything a record says about who it belongs to; two people are one customer when they share a key. */
public record Person(Set<IdentityKey> keys) {

    public Person {
        keys = Set.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a person needs at least one identity key");
        }
    }

    public static Person of(IdentityKey... keys) {
        return new Person(Set.of(keys));
    }
}
