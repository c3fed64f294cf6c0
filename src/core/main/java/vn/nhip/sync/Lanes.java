package vn.nhip.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.spi.Connector;

/** The connectors of one account, one for each slice that is read at the same time; opened when they are wanted. */
final class Lanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final Supplier<Connector> opener;
    private final SourceOf source;
    private final Executor threads;
    private final List<Connector> connectors = new ArrayList<>();
    private final List<PageAhead.Lane> lanes = new ArrayList<>();

    interface SourceOf {
        SourceCalls of(Connector connector);
    }

    Lanes(Supplier<Connector> opener, SourceOf source, Executor threads) {
        this.opener = opener;
        this.source = source;
        this.threads = threads;
    }

    Executor threads() {
        return threads;
    }

    PageAhead.Lane get(int lane) {
        while (lanes.size() <= lane) {
            Connector connector = opener.get();
            connectors.add(connector);
            ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work, "source");
                thread.setDaemon(true);
                return thread;
            });
            lanes.add(new PageAhead.Lane(source.of(connector), reader, threads));
        }
        return lanes.get(lane);
    }

    @Override
    public void close() {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (lanes.get(lane).end()) {
                connectors.get(lane).close();
            } else {
                LOG.warn("a call to a source does not end although nobody waits for it any more");
            }
        }
    }
}
