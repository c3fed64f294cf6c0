package vn.nhip.metric;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Customers and their order days with masks, eight bytes each; sorted, one entry per customer and day, when asked.
 *
 * <p>Shape of an entry: 33 bits of customer, 23 of the day, 8 of the mask.
 */
final class OrderDays implements OrderDayPass.Days {

    private static final int MASK_BITS = 8;
    private static final int DAY_BITS = 23;
    private static final long DAY_ZERO = 1L << (DAY_BITS - 1);
    private static final long MASKS = (1L << MASK_BITS) - 1;
    private static final long DAYS = (1L << DAY_BITS) - 1;
    private static final long MAX_CUSTOMER = (1L << (63 - MASK_BITS - DAY_BITS)) - 1;

    private long[] entries = new long[1 << 12];
    private int count;

    @Override
    public void add(long customer, LocalDate day, int mask) {
        if (customer > MAX_CUSTOMER) {
            throw new IllegalStateException("customer id " + customer + " is beyond " + MAX_CUSTOMER);
        }
        if (count == entries.length) {
            sort();
            if (count > entries.length / 2) {
                entries = Arrays.copyOf(entries, Math.addExact(entries.length, entries.length / 2));
            }
        }
        entries[count++] = (((customer << DAY_BITS) | (day.toEpochDay() + DAY_ZERO)) << MASK_BITS) | mask;
    }

    private void sort() {
        Arrays.sort(entries, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept > 0 && entries[i] >>> MASK_BITS == entries[kept - 1] >>> MASK_BITS) {
                entries[kept - 1] |= entries[i] & MASKS;
            } else {
                entries[kept++] = entries[i];
            }
        }
        count = kept;
    }

    /** Walks customers in ascending order. */
    Walk sorted() {
        sort();
        return new Walk();
    }

    /** Days with their masks. */
    static final class Days {
        static final Days NONE = new Days(new int[0], new byte[0]);

        private final int[] days;
        private final byte[] masks;

        private Days(int[] days, byte[] masks) {
            this.days = days;
            this.masks = masks;
        }

        int[] days() {
            return days;
        }

        byte[] masks() {
            return masks;
        }
    }

    final class Walk {
        private int at;

        /** The customer whose days come next, or {@code Long.MAX_VALUE}. */
        long customer() {
            return at < count ? entries[at] >>> (DAY_BITS + MASK_BITS) : Long.MAX_VALUE;
        }

        /** The days of that customer; moves on. */
        Days days() {
            long customer = customer();
            int from = at;
            while (at < count && customer() == customer) {
                at++;
            }
            int[] days = new int[at - from];
            byte[] masks = new byte[days.length];
            for (int i = 0; i < days.length; i++) {
                long entry = entries[from + i];
                days[i] = Math.toIntExact(((entry >>> MASK_BITS) & DAYS) - DAY_ZERO);
                masks[i] = (byte) entry;
            }
            return new Days(days, masks);
        }
    }
}
