package vn.nhip.sandbox.face;

import java.net.URI;

/** A vendor's service on loopback, on a port of its own; it answers from any number of threads until it is closed. */
public interface Face extends AutoCloseable {

    /** Where it listens: scheme, host and port. */
    URI base();

    @Override
    void close();
}
