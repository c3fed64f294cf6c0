package vn.nhip.metric;

import java.util.Arrays;

/** Union-find over sorted ids; the root of a component is its smallest id. */
final class Components {

    private final long[] ids;
    private final int[] parents;

    Components(long[] sortedIds) {
        this.ids = sortedIds;
        this.parents = new int[sortedIds.length];
        Arrays.setAll(parents, i -> i);
    }

    boolean has(long id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }

    void join(long a, long b) {
        int rootA = root(index(a));
        int rootB = root(index(b));
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    long root(long id) {
        return ids[root(index(id))];
    }

    private int index(long id) {
        int index = Arrays.binarySearch(ids, id);
        if (index < 0) {
            throw new IllegalArgumentException("person " + id + " is not among these");
        }
        return index;
    }

    private int root(int index) {
        int at = index;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
