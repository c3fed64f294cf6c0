package vn.nhip.store;

/** Another run took the stream over while this one was away; nothing of the rejected commit is kept. */
public final class LeaseLostException extends RuntimeException {

    LeaseLostException(Feed feed) {
        super("another run has taken over stream " + feed.stream() + "; this one stops");
    }
}
