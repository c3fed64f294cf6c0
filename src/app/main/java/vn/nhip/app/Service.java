package vn.nhip.app;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.schedule.NightShift;
import vn.nhip.schedule.Ticker;

/** A workplace that runs by itself until it is closed. */
public final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final Duration TICK = Duration.ofSeconds(15);
    /** What happens within a night is told together at its end, or after a while. */
    private static final Duration TOGETHER = Duration.ofMinutes(15);

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
        AtomicBoolean telling = new AtomicBoolean();
        Runnable scan = () -> {
            nights.scan();
            if (telling.compareAndSet(false, true)) {
                desk.execute(() -> tell(workplace, telling));
            }
        };
        return new Service(workplace, desk, Ticker.start(TICK, scan));
    }

    private static void tell(Workplace workplace, AtomicBoolean telling) {
        try {
            workplace.telling().send(TOGETHER);
            workplace.morningMail().send();
            new SheetPush(workplace).send();
        } catch (RuntimeException e) {
            LOG.error("the outbox cannot be read; it is tried again", e);
        } finally {
            telling.set(false);
        }
    }

    /** Does something beside no other chore: KPIs are brought up to date by one at a time. */
    public void perform(Runnable chore) {
        desk.execute(chore);
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
