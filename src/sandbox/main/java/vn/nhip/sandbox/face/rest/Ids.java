package vn.nhip.sandbox.face.rest;

/** Numbers in place of the sample business's own names, for vendors whose ids are numbers; the same name has the same number. */
public final class Ids {

    private Ids() {}

    public static long of(String name) {
        return 1_000_000_000L + Integer.toUnsignedLong(name.hashCode());
    }
}
