package vn.nhip.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who is one customer: persons who share a key, over any number of steps; the customer is named by the smallest of their
 * ids. Only persons with a live fact take part, so a fact corrected or removed takes a wrong connection with it.
 *
 * <p>A key that more than {@link IdentityRules#cap()} such persons carry, or that is ignored, connects nobody: a placeholder or
 * a shared phone.
 */
final class Identity {

    /** A person who belongs to another customer than before; 0 is none. */
    record Move(long person, long before, long after) {}

    private record Person(long id, long customer, boolean alive, String keys) {
        List<String> keyList() {
            return keys.isEmpty() ? List.of() : List.of(keys.split(",", -1));
        }
    }

    private static final int CHUNK = 400;
    private static final String ALIVE =
            "CASE WHEN EXISTS (SELECT 1 FROM fact_order f WHERE f.workspace_id = p.workspace_id"
                    + " AND f.person_id = p.id AND f.live = 1) OR EXISTS (SELECT 1 FROM fact_lead f WHERE f.workspace_id ="
                    + " p.workspace_id AND f.person_id = p.id AND f.live = 1) OR EXISTS (SELECT 1 FROM fact_customer f WHERE"
                    + " f.workspace_id = p.workspace_id AND f.person_id = p.id AND f.live = 1) THEN 1 ELSE 0 END";
    /** A cross join keeps the database from walking all persons to find the few that are marked. */
    private static final String MARKED = "SELECT p.id, p.customer_id, " + ALIVE + ", p.keys FROM dirty_person d"
            + " CROSS JOIN person p WHERE d.workspace_id = ? AND p.workspace_id = d.workspace_id AND p.id = d.person_id";

    private static final String JOIN = "UPDATE person SET customer_id = ? WHERE workspace_id = ? AND id = ?";
    private static final String LEAVE = "UPDATE person SET customer_id = NULL WHERE workspace_id = ? AND id = ?";

    private final Sql sql;
    private final long workspace;
    private final IdentityRules rules;

    Identity(Sql sql, long workspace, IdentityRules rules) {
        this.sql = sql;
        this.workspace = workspace;
        this.rules = rules;
    }

    /** Takes the marked persons in; only those who appeared or vanished can move anybody. */
    List<Move> update() {
        Map<Long, Person> flips = new TreeMap<>();
        sql.each(
                MARKED,
                row -> {
                    Person person = new Person(row.getLong(1), row.getLong(2), row.getInt(3) == 1, row.getString(4));
                    if (person.alive() != (person.customer() != 0)) {
                        flips.put(person.id(), person);
                    }
                },
                workspace);
        return flips.isEmpty() ? List.of() : regroup(flips);
    }

    private List<Move> regroup(Map<Long, Person> flips) {
        Map<String, Integer> flipped = new HashMap<>();
        flips.values().forEach(flip -> flip.keyList().forEach(key -> flipped.merge(key, 1, Integer::sum)));
        Set<Long> customers = new HashSet<>();
        flips.values().stream().map(Person::customer).filter(id -> id != 0).forEach(customers::add);
        flipped.forEach((key, times) -> {
            Map<Long, Long> others = carriers(key, times, flips.keySet());
            if (others.size() <= rules.cap()) {
                customers.addAll(others.values());
            }
        });
        Map<Long, Person> members = members(customers);
        members.putAll(flips);
        return moves(members.values(), groups(members, flips));
    }

    /** Persons who carried the key before, without the given ones; complete unless there are more than the cap. */
    private Map<Long, Long> carriers(String key, int flipped, Set<Long> without) {
        Map<Long, Long> found = new HashMap<>();
        if (!rules.ignored().contains(key)) {
            sql.each(
                    "SELECT k.person_id, p.customer_id FROM person_key k JOIN person p ON p.workspace_id = k.workspace_id"
                            + " AND p.id = k.person_id WHERE k.workspace_id = ? AND k.key_hash = ? AND p.customer_id"
                            + " IS NOT NULL LIMIT " + (rules.cap() + 1 + flipped),
                    row -> {
                        if (!without.contains(row.getLong(1))) {
                            found.put(row.getLong(1), row.getLong(2));
                        }
                    },
                    workspace,
                    key);
        }
        return found;
    }

    private Map<Long, Person> members(Set<Long> customers) {
        Map<Long, Person> members = new TreeMap<>();
        List<Long> ids = new ArrayList<>(customers);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            String list = ids.subList(from, Math.min(ids.size(), from + CHUNK)).stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(",", "(", ")"));
            sql.each(
                    "SELECT id, customer_id, keys FROM person WHERE workspace_id = ? AND customer_id IN " + list,
                    row -> members.put(
                            row.getLong(1), new Person(row.getLong(1), row.getLong(2), true, row.getString(3))),
                    workspace);
        }
        return members;
    }

    private Components groups(Map<Long, Person> members, Map<Long, Person> flips) {
        List<Person> alive = members.values().stream().filter(Person::alive).toList();
        Components groups = new Components(alive.stream().mapToLong(Person::id).toArray());
        Map<String, List<Long>> byKey = new HashMap<>();
        for (Person member : alive) {
            member.keyList().forEach(key -> byKey.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(member.id()));
        }
        byKey.forEach((key, carrying) -> {
            if (connects(key, carrying, flips)) {
                carrying.forEach(person -> groups.join(carrying.get(0), person));
            }
        });
        return groups;
    }

    private boolean connects(String key, List<Long> carrying, Map<Long, Person> flips) {
        if (rules.ignored().contains(key) || carrying.size() < 2 || carrying.size() > rules.cap()) {
            return false;
        }
        Set<Long> all = new HashSet<>(carrying);
        int dying = (int) flips.values().stream().filter(flip -> !flip.alive()).count();
        all.addAll(carriers(key, dying, flips.keySet()).keySet());
        return all.size() <= rules.cap();
    }

    private List<Move> moves(Collection<Person> members, Components groups) {
        List<Move> moves = new ArrayList<>();
        try (Sql.Batch join = sql.batch(JOIN);
                Sql.Batch leave = sql.batch(LEAVE)) {
            for (Person member : members) {
                long after = member.alive() ? groups.root(member.id()) : 0;
                if (after != member.customer()) {
                    moves.add(new Move(member.id(), member.customer(), after));
                    write(member.id(), after, join, leave);
                }
            }
        }
        return moves;
    }

    private void write(long person, long customer, Sql.Batch join, Sql.Batch leave) {
        if (customer == 0) {
            leave.add(workspace, person);
        } else {
            join.add(customer, workspace, person);
        }
    }

    /** Groups everybody anew, without looking at how they were grouped before. */
    void rebuild() {
        Everybody all = new Everybody();
        sql.each(
                "SELECT p.id, p.customer_id, " + ALIVE + " FROM person p WHERE p.workspace_id = ? ORDER BY p.id",
                row -> all.add(row.getLong(1), row.getLong(2), row.getInt(3) == 1),
                workspace);
        Components groups = new Components(all.alive());
        KeyGroup key = new KeyGroup(groups);
        sql.each(
                "SELECT key_hash, person_id FROM person_key WHERE workspace_id = ? ORDER BY key_hash, person_id",
                row -> key.add(row.getString(1), row.getLong(2)),
                workspace);
        key.close();
        try (Sql.Batch join = sql.batch(JOIN);
                Sql.Batch leave = sql.batch(LEAVE)) {
            all.changed(groups, (person, customer) -> write(person, customer, join, leave));
        }
    }

    /** Joins the carriers of one key after another. */
    private final class KeyGroup {
        private final Components groups;
        private final List<Long> carrying = new ArrayList<>();
        private String key = "";

        private KeyGroup(Components groups) {
            this.groups = groups;
        }

        private void add(String next, long person) {
            if (!next.equals(key)) {
                close();
                key = next;
            }
            if (carrying.size() <= rules.cap() && groups.has(person)) {
                carrying.add(person);
            }
        }

        private void close() {
            if (carrying.size() <= rules.cap() && !rules.ignored().contains(key)) {
                carrying.forEach(person -> groups.join(carrying.get(0), person));
            }
            carrying.clear();
        }
    }
}
