package vn.nhip.testkit;

import java.time.Duration;
import java.util.List;
import vn.nhip.spi.Connector;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** Remembers when the last call began. */
final class TimedConnector implements Connector {

    private final Connector connector;
    private long began = System.nanoTime();

    TimedConnector(Connector connector) {
        this.connector = connector;
    }

    /** How long the last call has taken until now. */
    Duration lastCall() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void check() {
        began = System.nanoTime();
        connector.check();
    }

    @Override
    public List<Slice> slices(String stream, DayRange days) {
        began = System.nanoTime();
        return connector.slices(stream, days);
    }

    @Override
    public Page read(ReadRequest request) {
        began = System.nanoTime();
        return connector.read(request);
    }

    @Override
    public void close() {
        connector.close();
    }
}
