package vn.nhip.metric;

import java.util.Arrays;

/** All persons of a workspace in little memory: id, the customer they belong to, and whether a fact still names them. */
final class Everybody {

    /** Takes a person whose customer is another one now; 0 is none. */
    interface Changed {
        void person(long person, long customer);
    }

    private long[] ids = new long[1 << 10];
    private long[] customers = new long[1 << 10];
    private boolean[] alive = new boolean[1 << 10];
    private int count;

    void add(long id, long customer, boolean lives) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
            customers = Arrays.copyOf(customers, 2 * count);
            alive = Arrays.copyOf(alive, 2 * count);
        }
        ids[count] = id;
        customers[count] = customer;
        alive[count++] = lives;
    }

    /** The ids of those who live, ascending. */
    long[] alive() {
        long[] living = new long[count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (alive[i]) {
                living[kept++] = ids[i];
            }
        }
        return Arrays.copyOf(living, kept);
    }

    void changed(Components groups, Changed changed) {
        for (int i = 0; i < count; i++) {
            long customer = alive[i] ? groups.root(ids[i]) : 0;
            if (customer != customers[i]) {
                changed.person(ids[i], customer);
            }
        }
    }
}
