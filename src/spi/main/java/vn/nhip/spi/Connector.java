package vn.nhip.spi;

import java.util.List;

/**
 * Reads one account of a source.
 *
 * <p>Calls: by one thread at a time; may block on the source, never sleeps, retries or starts threads, keeps nothing
 * between calls that a new instance could not find again from the request.
 */
public interface Connector extends AutoCloseable {

    /**
     * Makes sure that the source answers, with one small request.
     *
     * @throws ConnectorException ACCESS when the source refuses us; SETTINGS when it does not know the account
     */
    void check();

    /**
     * The parts of a stream that there are to read now, each on its own; newest first.
     *
     * @throws ConnectorException SETTINGS when the stream is unknown
     */
    List<Slice> slices(String stream, DayRange days);

    /**
     * Reads one page; the same request gives the same page while the source has not changed.
     *
     * @throws ConnectorException with the kind of who acts next
     */
    Page read(ReadRequest request);

    @Override
    default void close() {}
}
