package vn.nhip.sandbox.face.graph;

/** What becomes of a report that was ordered. */
public enum JobFate {
    GOOD,
    FAILED,
    SKIPPED,
    /** Stays at 99 per cent. */
    STUCK
}
