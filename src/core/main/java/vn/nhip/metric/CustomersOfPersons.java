package vn.nhip.metric;

import java.util.Arrays;

/**
 * Finds the customer of an order's person: one by one in the database, or, when all orders are read, in memory.
 *
 * <p>Shape: the join and the column that a statement over {@code fact_order f} needs, and how its value is read.
 */
final class CustomersOfPersons {

    private final boolean inMemory;
    private long[] customers = new long[0];

    private CustomersOfPersons(boolean inMemory) {
        this.inMemory = inMemory;
    }

    static CustomersOfPersons joined() {
        return new CustomersOfPersons(false);
    }

    /** Eight bytes per person. */
    static CustomersOfPersons loaded(Sql sql, long workspace) {
        CustomersOfPersons all = new CustomersOfPersons(true);
        sql.each(
                "SELECT id, customer_id FROM person WHERE workspace_id = ?",
                row -> all.put(Math.toIntExact(row.getLong(1)), row.getLong(2)),
                workspace);
        return all;
    }

    private void put(int person, long customer) {
        if (person >= customers.length) {
            customers = Arrays.copyOf(customers, Math.max(1024, person + person / 2 + 1));
        }
        customers[person] = customer;
    }

    String column() {
        return inMemory ? "f.person_id" : "p.customer_id";
    }

    String join() {
        return inMemory ? "" : " LEFT JOIN person p ON p.workspace_id = f.workspace_id AND p.id = f.person_id";
    }

    /** The customer for the column's value; 0 is nobody known. */
    long of(long value) {
        if (!inMemory) {
            return value;
        }
        return value < customers.length ? customers[Math.toIntExact(value)] : 0;
    }
}
