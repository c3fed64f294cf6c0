package vn.nhip.testkit;

import java.util.List;

/** A source on loopback as the rules need it: what it was asked, and made whole again after a fault. */
public interface CalledSource extends AutoCloseable {

    /** Threads of the source begin with this, so that no rule takes them for the connector's. */
    String THREADS = "fake-source";

    /** All requests so far, oldest first. */
    List<Received> requests();

    /** Requests that it has no answer for; none where every request is evaluated. */
    default List<Received> unanswered() {
        return List.of();
    }

    /** Forgets the faults that were told. */
    CalledSource heal();

    @Override
    void close();
}
