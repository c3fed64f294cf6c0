package vn.nhip.store;

import org.jspecify.annotations.Nullable;

/** What a fact table holds for one key from one origin, as far as a merge needs to know. */
record Stored(long origin, long version, long hash, boolean live, Mark mark) {

    /** What a change of the row touches: its day, and for some kinds a person and an order number. */
    record Mark(String day, @Nullable Long person, String orderNumber) {

        static Mark of(Row row) {
            FactTable table = row.table();
            int person = table.indexOf("person_id");
            int number = table.indexOf("order_number");
            return new Mark(
                    String.valueOf(row.values()[0]),
                    person < 0 ? null : (Long) row.values()[person],
                    number < 0 ? "" : String.valueOf(row.values()[number]));
        }
    }

    /** Whether the row would change nothing. */
    boolean says(Row row) {
        return version == row.version() && hash == row.hash();
    }

    /** Of two origins that give the same key, the newer version counts; of equal versions, the newer origin. */
    boolean beats(Stored other) {
        return version != other.version ? version > other.version : origin > other.origin;
    }
}
