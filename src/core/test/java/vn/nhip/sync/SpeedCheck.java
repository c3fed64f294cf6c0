package vn.nhip.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.spi.Fact;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;

/** Measures the store by hand, with a source that costs nothing: {@code SpeedCheck answers 1000000}, {@code … orders 26000 corrected}. */
final class SpeedCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SpeedCheck.class);
    private static final int LINES = 21;

    private SpeedCheck() {}

    public static void main(String[] args) throws IOException, SQLException {
        int count = Integer.parseInt(args[1]);
        boolean orders = args[0].equals("orders");
        IntFunction<Fact> facts = orders ? i -> Facts.order(i, LINES) : Facts::answer;
        Path folder = Files.createTempDirectory("nhip-speed");
        MadeUpSource source = new MadeUpSource(orders ? 1000 : 5000).file("a", "1", count, facts);
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Keys keys = Keys.open(folder.resolve("keys"), store);
            SyncEngine engine = new SyncEngine(store, keys, Clock.systemUTC(), new Connectors(List.of(source)), folder);
            double first = sync(engine, "first");
            LOG.warn("{} facts/s, {} lines/s", (long) (count / first), (long) (count * (double) LINES / first));
            if (args.length > 2) {
                source.file("a", "2", count - 1, facts);
                sync(engine, "corrected");
            }
        }
        long start = System.nanoTime();
        Store.sqlite(folder.resolve("nhip.db")).close();
        LOG.warn("opened again in {} ms", (System.nanoTime() - start) / 1_000_000);
        if (!orders) {
            BareUpsert.run(folder.resolve("bare.db"), folder.resolve("nhip.db"), count);
        }
    }

    private static double sync(SyncEngine engine, String what) {
        AtomicLong swap = new AtomicLong();
        long start = System.nanoTime();
        SyncReport report = engine.sync(Workspace.of("w", "a"), "a", progress -> {
            if (progress.swapping()) {
                swap.set(System.nanoTime());
            }
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.warn("{}: {} s, staging {} s, {}", what, seconds, (swap.get() - start) / 1e9, report.counts());
        return seconds;
    }
}
