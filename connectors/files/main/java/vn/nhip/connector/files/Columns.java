package vn.nhip.connector.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nhip.spi.Inspector;

/** Which column of a sample plays which role. */
record Columns(Sample sample, Map<Role, Integer> places) {

    private static final int EXAMPLES = 3;
    private static final int WORDS = 20;
    private static final int MOST = 200;

    /** By the names of the columns, unless the user decided otherwise; a role is played once. */
    static Columns of(Sample sample, MappingText text) {
        Map<Role, Integer> places = new EnumMap<>(Role.class);
        List<String> fields = new ArrayList<>(List.of(Role.NONE));
        Stream.of(Role.values()).map(Role::field).forEach(fields::add);
        for (int column = 0; column < Math.min(MOST, sample.header().size()); column++) {
            String name = sample.header().get(column);
            String proposed = Role.of(name)
                    .filter(role -> !places.containsKey(role))
                    .map(Role::field)
                    .orElse(Role.NONE);
            String chosen = name.isBlank()
                    ? Role.NONE
                    : text.choose(new Inspector.Choice(
                            "column." + column, name, fields, proposed, examples(sample.evidence(column))));
            int at = column;
            Stream.of(Role.values())
                    .filter(role -> role.field().equals(chosen))
                    .forEach(role -> places.putIfAbsent(role, at));
        }
        return new Columns(sample, places);
    }

    private static List<String> examples(Evidence evidence) {
        return evidence.values().stream()
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(value -> !value.isBlank())
                .distinct()
                .limit(EXAMPLES)
                .toList();
    }

    boolean have(Role... roles) {
        return Stream.of(roles).allMatch(places::containsKey);
    }

    boolean haveAny(Role... roles) {
        return Stream.of(roles).anyMatch(places::containsKey);
    }

    String name(Role role) {
        return sample.header().get(places.getOrDefault(role, 0));
    }

    Evidence evidence(Role role) {
        return sample.evidence(places.getOrDefault(role, 0));
    }

    /** The different values of a column. */
    List<String> words(Role role) {
        return evidence(role).values().stream()
                .map(String::valueOf)
                .distinct()
                .limit(WORDS)
                .toList();
    }

    /** The different values of a column, as {@code "value": ?} for the user to fill in. */
    String choices(Role role) {
        return words(role).stream()
                .map(word -> MappingText.quoted(word) + ": ?")
                .collect(Collectors.joining(", "));
    }

    /** What orders' rows are worth; empty when no column says it. */
    String amount() {
        if (have(Role.AMOUNT)) {
            return "amount";
        }
        return have(Role.QUANTITY, Role.PRICE) ? "quantity * price" : "";
    }

    /** The keys of the person in the row, as a mapping writes them; empty when there are none. */
    String person() {
        String keys = Stream.of(
                        have(Role.EMAIL) ? "email: email" : "",
                        have(Role.PHONE) ? "phone: phone" : "",
                        have(Role.CUSTOMER) ? "external: customer" : "")
                .filter(key -> !key.isEmpty())
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "" : "person: {" + keys + "}";
    }
}
