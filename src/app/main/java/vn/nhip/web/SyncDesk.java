package vn.nhip.web;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.app.Workplace;
import vn.nhip.sync.SyncRequest;

/** Reads accounts because somebody asked for it on the screen; one such reading at a time. */
final class SyncDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SyncDesk.class);

    private final Workplace workplace;
    private final Executor chores;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Queue<List<String>> waiting = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> progress = new ConcurrentHashMap<>();

    /** The KPIs are brought up to date on {@code chores}, beside nothing else that does so. */
    SyncDesk(Workplace workplace, Executor chores) {
        this.workplace = workplace;
        this.chores = chores;
    }

    /** Where one thing is done at a time. */
    Executor chores() {
        return chores;
    }

    /** Starts, unless a reading goes on already. */
    boolean start(List<String> accounts) {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        accounts.forEach(account -> progress.put(account, 0L));
        Thread reading = new Thread(() -> read(accounts), "sync-now");
        reading.setDaemon(true);
        reading.start();
        return true;
    }

    /** Starts, or is read right after what is being read. */
    void startOrQueue(List<String> accounts) {
        accounts.forEach(account -> progress.put(account, 0L));
        waiting.add(List.copyOf(accounts));
        goOn();
    }

    private void goOn() {
        List<String> next = waiting.poll();
        if (next != null && !start(next)) {
            waiting.add(next);
        }
    }

    /** Records read so far, by account, of the reading that goes on and of those that wait for its end. */
    Map<String, Long> progress() {
        return new TreeMap<>(progress);
    }

    private void read(List<String> accounts) {
        try {
            workplace.sync(accounts, SyncRequest.MANUAL, heard -> progress.put(heard.account(), heard.records()));
            chores.execute(this::refresh);
        } catch (RuntimeException e) {
            LOG.error("a sync by hand broke off", e);
            end();
        }
    }

    private void refresh() {
        try {
            workplace.refresh();
        } catch (RuntimeException e) {
            LOG.error("the KPIs could not be brought up to date; the next sync does it", e);
        } finally {
            end();
        }
    }

    private void end() {
        progress.keySet().retainAll(waiting.stream().flatMap(List::stream).toList());
        busy.set(false);
        goOn();
    }
}
