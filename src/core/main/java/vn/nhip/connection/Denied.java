package vn.nhip.connection;

/** The provider says that the credential is worth nothing any more; its reason says why, in plain words. */
final class Denied extends Exception {

    private final String reason;

    Denied(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
