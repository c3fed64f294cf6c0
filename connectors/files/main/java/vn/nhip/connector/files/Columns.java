package vn.nhip.connector.files;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which column of a sample plays which role. */
record Columns(Sample sample, Map<Role, Integer> places) {

    static Columns of(Sample sample) {
        Map<Role, Integer> places = new EnumMap<>(Role.class);
        for (int column = 0; column < sample.header().size(); column++) {
            int at = column;
            Role.of(sample.header().get(column)).ifPresent(role -> places.putIfAbsent(role, at));
        }
        return new Columns(sample, places);
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

    /** The different values of a column, as {@code "value": ?} for the user to fill in. */
    String choices(Role role) {
        List<String> words = evidence(role).values().stream()
                .map(String::valueOf)
                .distinct()
                .limit(20)
                .toList();
        return words.stream().map(word -> MappingText.quoted(word) + ": ?").collect(Collectors.joining(", "));
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
