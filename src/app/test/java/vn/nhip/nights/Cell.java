package vn.nhip.nights;

/** One fault of a source's calls, and what the engine makes of it. */
record Cell<F>(String name, F fault, Outcome outcome) {}
