package vn.nhip.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every distinct set of identity keys one row and one id, for ever. */
final class Persons {

    private static final int REMEMBERED = 100_000;

    private final long workspace;
    private final Map<String, Long> known = new HashMap<>();

    Persons(long workspace) {
        this.workspace = workspace;
    }

    /** The ids of these names, in their order; rows of new ones are part of the running transaction. */
    List<Long> intern(Connection connection, List<String> names) throws SQLException {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        List<String> unknown =
                names.stream().filter(name -> !known.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            find(connection, unknown);
            insert(connection, unknown);
        }
        List<Long> ids = new ArrayList<>(names.size());
        names.forEach(name -> ids.add(known.get(name)));
        return ids;
    }

    /** What a transaction that was rolled back had learnt is not true. */
    void forget() {
        known.clear();
    }

    private void find(Connection connection, List<String> names) throws SQLException {
        String sql = "SELECT keys, id FROM person WHERE workspace_id = ? AND keys IN ";
        try (KeyLookup lookup = new KeyLookup(connection, sql, List.of(workspace))) {
            lookup.each(names, row -> known.put(row.getString(1), row.getLong(2)));
        }
    }

    private void insert(Connection connection, List<String> names) throws SQLException {
        String person = "INSERT INTO person (workspace_id, id, keys) VALUES ";
        String key = "INSERT INTO person_key (workspace_id, key_hash, person_id) VALUES ";
        try (MultiRow persons = new MultiRow(connection, person, 3, "");
                MultiRow keys = new MultiRow(connection, key, 3, " ON CONFLICT DO NOTHING")) {
            long next = Ids.next(connection, "person", workspace);
            for (String name : names) {
                if (known.putIfAbsent(name, next) == null) {
                    persons.add(workspace, next, name);
                    for (String hash : name.split(",", -1)) {
                        keys.add(workspace, hash, next);
                    }
                    next++;
                }
            }
            persons.flush();
            keys.flush();
        }
    }
}
