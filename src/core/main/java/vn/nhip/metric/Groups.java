package vn.nhip.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.nhip.spi.FactKind;

/** Reads the facts of a day, already added up by the database. */
final class Groups {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sql sql;
    private final long workspace;
    private final FactKind kind;
    private final FactTable table;
    private final String query;

    Groups(Sql sql, long workspace, FactKind kind, String standing) {
        this.sql = sql;
        this.workspace = workspace;
        this.kind = kind;
        this.table = FactTable.of(kind);
        this.query = query(table, standing);
    }

    /** The sum keeps SQLite from walking the whole unique index for the sake of the grouping's order. */
    private static String query(FactTable table, String standing) {
        List<String> keys = new ArrayList<>(List.of("f.account_id + 0", standing, table.money() ? "f.currency" : "''"));
        keys.addAll(table.fields().values());
        List<String> numbers = new ArrayList<>(List.of("COUNT(*)"));
        for (FactTable.Column column : table.columns()) {
            numbers.add("SUM(" + column.sql() + ")");
            if (!column.gap().isEmpty()) {
                numbers.add("COUNT(*) - COUNT(" + column.sql() + ")");
            }
        }
        String places = java.util.stream.IntStream.rangeClosed(1, keys.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return "SELECT " + String.join(", ", keys) + ", " + String.join(", ", numbers) + " FROM " + table.table()
                + " f WHERE f.workspace_id = ? AND f.day = ? AND f.live = 1 GROUP BY " + places;
    }

    List<Group> of(LocalDate day) {
        return sql.list(query, this::group, workspace, day);
    }

    private Group group(ResultSet row) throws SQLException {
        Map<String, String> fields = new HashMap<>();
        int at = 4;
        for (String field : table.fields().keySet()) {
            fields.put(field, row.getString(at++));
        }
        long facts = row.getLong(at++);
        List<Group.Sum> sums = new ArrayList<>();
        for (FactTable.Column column : table.columns()) {
            long sum = row.getLong(at++);
            long gaps = column.gap().isEmpty() ? 0 : row.getLong(at++);
            sums.add(new Group.Sum(column.millionths() ? sum : Math.multiplyExact(sum, Cells.ONE), gaps));
        }
        Map<String, String> named = kind == FactKind.METRIC_DAY ? withDimensions(fields) : fields;
        return new Group(row.getLong(1), row.getInt(2), named, row.getString(3), facts, sums);
    }

    private static Map<String, String> withDimensions(Map<String, String> fields) {
        String json = fields.getOrDefault("dimensions", "{}");
        try {
            Map<String, String> all = new HashMap<>(JSON.readValue(json, new TypeReference<Map<String, String>>() {}));
            all.put("metric", fields.getOrDefault("metric", ""));
            all.put("scope", all.size() == 1 ? "total" : "breakdown");
            return all;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The store holds dimensions that are no JSON object: " + json, e);
        }
    }
}
