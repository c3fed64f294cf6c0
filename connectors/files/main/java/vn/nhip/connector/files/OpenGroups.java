package vn.nhip.connector.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that wait for the rest of their group. */
final class OpenGroups {

    /** Rows of one key in the order of the file. */
    static final class Group {
        private final String key;
        private final List<Row> rows = new ArrayList<>(4);

        Group(String key) {
            this.key = key;
        }

        List<Row> rows() {
            return rows;
        }
    }

    private final Map<String, Group> open = new LinkedHashMap<>();
    private Group latest = new Group("");

    /** Adds a row to its group and gives the group so far. */
    Group add(String key, Row row) {
        if (!latest.key.equals(key)) {
            latest = open.computeIfAbsent(key, Group::new);
        }
        latest.rows.add(row);
        return latest;
    }

    /** Takes out a group that is complete. */
    void remove(Group group) {
        open.remove(group.key);
        if (latest == group) {
            latest = new Group("");
        }
    }

    /** Takes out all that is left at the end of the file. */
    List<Group> drain() {
        List<Group> left = List.copyOf(open.values());
        open.clear();
        latest = new Group("");
        return left;
    }
}
