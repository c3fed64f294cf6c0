package vn.nhip.web;

/** A request that is not carried out; {@code key} names what is said about it. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String key;

    Refused(int status, String key) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }
}
