package vn.nhip.metric;

import java.util.List;
import java.util.Map;

/**
 * The facts of one day and account that agree in every field a metric may ask for, added up.
 *
 * <p>Shape: {@code standing} is 1 where they count, 2 for duplicates, 0 where the account does not count; one sum per
 * column of the fact table.
 */
record Group(long account, int standing, Map<String, String> fields, String currency, long facts, List<Sum> sums) {

    /** A column's sum in whole millionths, and how many facts lack the number. */
    record Sum(long millionths, long gaps) {}

    boolean counts() {
        return standing == 1;
    }

    boolean isTotal() {
        return field("scope").equals("total");
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    long sum(int column) {
        return sums.get(column).millionths();
    }

    long gaps(int column) {
        return sums.get(column).gaps();
    }
}
