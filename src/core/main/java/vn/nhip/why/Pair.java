package vn.nhip.why;

/** The same thing in the period that is compared with, and in the one that is shown. */
record Pair<T>(T before, T now) {}
