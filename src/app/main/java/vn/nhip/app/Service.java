package vn.nhip.app;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.nhip.schedule.NightShift;
import vn.nhip.schedule.Ticker;

/** A workplace that runs by itself until it is closed. */
public final class Service implements AutoCloseable {

    private static final Duration TICK = Duration.ofSeconds(15);

    private final Workplace workplace;
    private final ExecutorService desk;
    private final Ticker ticker;

    private Service(Workplace workplace, ExecutorService desk, Ticker ticker) {
        this.workplace = workplace;
        this.desk = desk;
        this.ticker = ticker;
    }

    /** Starts at once with what is due; closes the workplace at its end. */
    public static Service start(Workplace workplace) {
        ExecutorService desk = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "desk");
            thread.setDaemon(true);
            return thread;
        });
        NightShift nights = workplace.nightShift(desk);
        return new Service(workplace, desk, Ticker.start(TICK, nights::scan));
    }

    /** No new work; what is being read ends after its present page. */
    @Override
    public void close() {
        ticker.close();
        workplace.stopReading();
        desk.shutdownNow();
        workplace.close();
    }
}
