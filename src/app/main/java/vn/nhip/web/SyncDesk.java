package vn.nhip.web;

import java.util.ArrayList;
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
    private final Queue<Order> waiting = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> progress = new ConcurrentHashMap<>();
    private volatile List<String> reading = List.of();

    /** Accounts that are read together, and what is asked of them. */
    private record Order(List<String> accounts, SyncRequest request) {

        Order without(String account) {
            return new Order(
                    accounts.stream().filter(one -> !one.equals(account)).toList(), request);
        }
    }

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
        return start(new Order(List.copyOf(accounts), SyncRequest.MANUAL));
    }

    private boolean start(Order order) {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        reading = order.accounts();
        reading.forEach(account -> progress.put(account, 0L));
        Thread thread = new Thread(() -> read(order), "sync-now");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    /** Starts, or is read right after what is being read. */
    void startOrQueue(List<String> accounts) {
        startOrQueue(accounts, SyncRequest.MANUAL);
    }

    void startOrQueue(List<String> accounts, SyncRequest request) {
        accounts.forEach(account -> progress.put(account, 0L));
        waiting.add(new Order(List.copyOf(accounts), request));
        goOn();
    }

    /** Brings the KPIs up to date when nothing else does so. */
    void refreshSoon() {
        startOrQueue(List.of());
    }

    private void goOn() {
        Order next = waiting.poll();
        if (next != null && !start(next)) {
            waiting.add(next);
        }
    }

    /** Ends the reading of an account after its present page, and begins none that waits; false when there is neither. */
    boolean cancel(String account) {
        boolean known = progress.containsKey(account);
        List<Order> orders = new ArrayList<>();
        for (Order order = waiting.poll(); order != null; order = waiting.poll()) {
            orders.add(order.without(account));
        }
        waiting.addAll(orders);
        if (!reading.contains(account)) {
            progress.remove(account);
        }
        return workplace.syncing().cancel(account) || known;
    }

    /** Records read so far, by account, of the reading that goes on and of those that wait for its end. */
    Map<String, Long> progress() {
        return new TreeMap<>(progress);
    }

    private void read(Order order) {
        try {
            workplace.sync(order.accounts(), order.request(), heard -> progress.put(heard.account(), heard.records()));
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
        reading = List.of();
        progress.keySet()
                .retainAll(waiting.stream()
                        .flatMap(order -> order.accounts().stream())
                        .toList());
        busy.set(false);
        goOn();
    }
}
