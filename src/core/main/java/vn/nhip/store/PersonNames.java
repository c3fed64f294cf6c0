package vn.nhip.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Person;

/**
 * Turns persons into keyed hashes, page by page: each distinct person of a page gets an index and a permanent name.
 *
 * <p>A name is the sorted hashes of the person's keys, joined by commas. Used by one thread.
 */
final class PersonNames {

    private static final int REMEMBERED = 50_000;

    private final Keys keys;
    private final String externalPrefix;
    private final Map<Person, String> known = new HashMap<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private List<String> names = new ArrayList<>();

    /** Ids of two accounts never meet: the account is part of an external key. */
    PersonNames(Keys keys, long account) {
        this.keys = keys;
        this.externalPrefix = "external/" + account + "/";
    }

    int indexOf(Person person) {
        String name = known.computeIfAbsent(person, this::nameOf);
        Integer index = indexes.putIfAbsent(name, names.size());
        if (index != null) {
            return index;
        }
        names.add(name);
        return names.size() - 1;
    }

    String name(int index) {
        return names.get(index);
    }

    /** The names of this page in index order; the next page starts anew. */
    List<String> takePage() {
        List<String> page = names;
        names = new ArrayList<>();
        indexes.clear();
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return page;
    }

    private String nameOf(Person person) {
        return person.keys().stream().map(this::hash).sorted().collect(Collectors.joining(","));
    }

    private String hash(IdentityKey key) {
        return keys.nameOf(
                switch (key.type()) {
                    case EMAIL -> "email/" + key.value();
                    case PHONE -> "phone/" + key.value();
                    case EXTERNAL -> externalPrefix + key.value();
                });
    }
}
