package vn.nhip.store;

/** The store cannot be opened or used; the message is for the operator: what, where, what to do. */
public final class StoreException extends RuntimeException {

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
