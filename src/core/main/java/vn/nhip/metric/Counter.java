package vn.nhip.metric;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts by whole number: periods or days. */
final class Counter {

    private static final int STEP = 1024;

    private long[] counts = new long[0];
    private int from;

    void add(int index, long amount) {
        if (counts.length == 0) {
            from = index - STEP;
            counts = new long[2 * STEP];
        }
        if (index < from) {
            int more = from - index + STEP;
            long[] wider = new long[counts.length + more];
            System.arraycopy(counts, 0, wider, more, counts.length);
            counts = wider;
            from -= more;
        } else if (index >= from + counts.length) {
            counts = java.util.Arrays.copyOf(counts, index - from + STEP);
        }
        counts[index - from] += amount;
    }

    /** What is not zero, in order. */
    SortedMap<Integer, Long> entries() {
        SortedMap<Integer, Long> found = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                found.put(from + i, counts[i]);
            }
        }
        return found;
    }
}
