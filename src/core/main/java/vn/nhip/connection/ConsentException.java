package vn.nhip.connection;

/** A consent that led to no connection; the message says why and what to do. */
public final class ConsentException extends RuntimeException {

    public enum Reason {
        /** Nobody asked for it, or it was answered already. */
        UNKNOWN,
        /** It was asked for too long ago. */
        EXPIRED,
        /** The answer came for another provider or from another browser session than the one that asked. */
        MIXED_UP,
        /** The person, or the provider, said no. */
        DENIED,
        /** Agreed, but not to all that is needed. */
        TOO_LITTLE
    }

    private final Reason reason;

    ConsentException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
