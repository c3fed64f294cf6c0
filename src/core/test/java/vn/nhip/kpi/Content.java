package vn.nhip.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.nhip.store.Store;

/** All that the engine keeps of one workspace, as sorted text; without when, and without what was before. */
final class Content {

    private static final TreeMap<String, String> TABLES = new TreeMap<>();

    static {
        TABLES.put("metric_day", "metric, day, account_id, dimension, dimension_value, currency, value");
        TABLES.put("metric_day_parts", "metric, day, account_id, dimension, currency, parts");
        TABLES.put("metric_period", "metric, grain, start, value");
        TABLES.put("customer", "id, first_day, days");
        TABLES.put("person", "id, customer_id");
        TABLES.put(
                "kpi_value",
                "kpi, grain, start, dimension, dimension_value, version, numerator, denominator, value, reason, state,"
                        + " complete_through, partial");
    }

    private Content() {}

    static List<String> of(Store store, long workspace) {
        List<String> all = new ArrayList<>();
        TABLES.forEach((table, columns) -> all.addAll(rows(store, workspace, table, columns)));
        return all;
    }

    private static List<String> rows(Store store, long workspace, String table, String columns) {
        return store.read(handle -> handle
                .createQuery("SELECT " + columns + " FROM " + table + " WHERE workspace_id = ?")
                .bind(0, workspace)
                .map((row, context) -> {
                    StringBuilder text = new StringBuilder(table);
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        Object cell = row.getObject(i);
                        text.append(' ').append(cell instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : cell);
                    }
                    return text.toString();
                })
                .stream()
                .sorted()
                .toList());
    }
}
