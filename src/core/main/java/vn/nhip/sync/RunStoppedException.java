package vn.nhip.sync;

/** The run ends before its source is read: someone stopped it, or its time is over. What is committed stays. */
final class RunStoppedException extends RuntimeException {

    private final String kind;

    private RunStoppedException(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    static RunStoppedException cancelled() {
        return new RunStoppedException("cancelled", "cancelled; the next sync goes on where this one stood");
    }

    static RunStoppedException stopped() {
        return new RunStoppedException("stopped", "the program ended; the next sync goes on where this one stood");
    }

    static RunStoppedException slow(long minutes) {
        return new RunStoppedException(
                "slow",
                "not done after " + minutes + " minutes, the most that one account may take; the next sync goes on"
                        + " where this one stood");
    }

    String kind() {
        return kind;
    }
}
