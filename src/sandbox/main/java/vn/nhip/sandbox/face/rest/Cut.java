package vn.nhip.sandbox.face.rest;

import java.util.List;

/** The part of a list that one page shows: from a position, so many at most. */
public record Cut<T>(List<T> rows, int from, int total) {

    public Cut {
        rows = List.copyOf(rows);
    }

    /** From the row after so many others; beyond the end there is nothing. */
    public static <T> Cut<T> offset(List<T> all, int from, int size) {
        int start = Math.min(Math.max(from, 0), all.size());
        int end = Math.min(all.size(), start + Math.max(size, 0));
        return new Cut<>(all.subList(start, end), start, all.size());
    }

    /** The page of this number, counted from 1. */
    public static <T> Cut<T> page(List<T> all, int number, int size) {
        return offset(all, Math.max(number - 1, 0) * size, size);
    }

    /** Where the next page starts. */
    public int next() {
        return from + rows.size();
    }

    public boolean more() {
        return next() < total;
    }
}
