package vn.nhip.connector.files;

import java.util.Arrays;

/**
 * For each group key of a file, the number of its last row and how many rows it has.
 *
 * <p>Keys are held as 64-bit hashes in open addressing, 16 bytes a slot. Two keys with one hash share the later row:
 * their records come out later, nothing else.
 */
final class LastRows {

    private static final int FIRST_SLOTS = 1 << 12;

    private long[] hashes = new long[FIRST_SLOTS];
    private int[] last = new int[FIRST_SLOTS];
    private int[] counts = new int[FIRST_SLOTS];
    private int size;

    /** The hash that rows of one key share; never 0. */
    static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        int length = key.length();
        for (int at = 0; at < length; at++) {
            hash = (hash ^ key.charAt(at)) * 0x100000001b3L;
        }
        // keys are often numbers in a row: without this their hashes stand in a row too
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }

    int size() {
        return size;
    }

    /** Says that this row, counted from 1, belongs to this key. */
    void add(long hash, int row) {
        if (size * 3L > hashes.length * 2L) {
            resize(hashes.length * 2, 0, 0);
        }
        int slot = slot(hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            size++;
        }
        last[slot] = row;
        counts[slot]++;
    }

    /** The last row of this key, 0 when the key is not held. */
    int last(long hash) {
        return last[slot(hash)];
    }

    /** Forgets the keys of other passes. */
    void keep(int passes, int pass) {
        resize(hashes.length, passes - 1L, pass);
    }

    int largestGroup() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** The most rows that stand open at any time, exact to a block of rows, when groups close at their last row. */
    long mostOpen(int rows) {
        int block = Math.max(1, rows / 4096);
        long[] opened = new long[rows / block + 1];
        long total = 0;
        for (int slot = 0; slot < hashes.length; slot++) {
            if (hashes[slot] != 0) {
                opened[last[slot] / block] += counts[slot];
                total += counts[slot];
            }
        }
        long most = 0;
        long closed = 0;
        for (int at = 0; at < opened.length; at++) {
            long read = total * Math.min(rows, (at + 1L) * block) / Math.max(rows, 1);
            most = Math.max(most, read - closed);
            closed += opened[at];
        }
        return most;
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash >>> 20) & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void resize(int slots, long mask, long wanted) {
        long[] oldHashes = hashes;
        int[] oldLast = last;
        int[] oldCounts = counts;
        hashes = new long[slots];
        last = new int[slots];
        counts = new int[slots];
        size = 0;
        for (int old = 0; old < oldHashes.length; old++) {
            if (oldHashes[old] != 0 && (oldHashes[old] & mask) == wanted) {
                int slot = slot(oldHashes[old]);
                hashes[slot] = oldHashes[old];
                last[slot] = oldLast[old];
                counts[slot] = oldCounts[old];
                size++;
            }
        }
    }
}
