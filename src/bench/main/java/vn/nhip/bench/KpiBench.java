package vn.nhip.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.CatalogueFiles;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.kpi.KpiEngine;
import vn.nhip.metric.Sql;
import vn.nhip.store.Store;

/**
 * Times recompute-all and the refresh after one changed day, with the shipped catalogue: {@code KpiBench ORDERS FOLDER}.
 *
 * <p>A database that is in the folder already is used again.
 */
public final class KpiBench {

    private static final List<String> PLAIN = List.of(
            "SELECT day, SUM(gross - discounts), COUNT(*) FROM fact_order WHERE workspace_id = 1 AND live = 1"
                    + " AND status IN ('confirmed', 'paid', 'delivered') GROUP BY day",
            "SELECT day, channel, SUM(gross - discounts) FROM fact_order WHERE workspace_id = 1 AND live = 1"
                    + " AND status IN ('confirmed', 'paid', 'delivered') GROUP BY day, channel",
            "SELECT first, COUNT(*) FROM (SELECT person_id, MIN(day) AS first FROM fact_order WHERE workspace_id = 1"
                    + " AND live = 1 AND status IN ('confirmed', 'paid', 'delivered') GROUP BY person_id) GROUP BY first",
            "SELECT day, COUNT(DISTINCT person_id) FROM fact_order WHERE workspace_id = 1 AND live = 1"
                    + " AND channel = 'web' GROUP BY day",
            "SELECT SUBSTR(day, 1, 7), COUNT(DISTINCT person_id) FROM fact_order WHERE workspace_id = 1 AND live = 1"
                    + " AND channel = 'web' GROUP BY 1",
            "SELECT SUBSTR(day, 1, 7), AVG(gross - discounts) FROM fact_order WHERE workspace_id = 1 AND live = 1"
                    + " AND gross > discounts GROUP BY 1");

    private final PrintStream out;
    private final Store store;
    private final KpiEngine engine;

    private KpiBench(PrintStream out, Store store, Catalogue catalogue) {
        this.out = out;
        this.store = store;
        WorkspaceConfig.Calendar calendar = new WorkspaceConfig.Calendar(
                ZoneOffset.UTC, Currency.getInstance("VND"), Optional.of(MadeUpOrders.FIRST), Optional.empty());
        WorkspaceConfig config = new WorkspaceConfig(
                "bench", "bench", calendar, WorkspaceConfig.Language.EN, false, Map.of(), Map.of(), Map.of());
        Instant now = MadeUpOrders.last().plusDays(1).atTime(6, 0).toInstant(ZoneOffset.UTC);
        this.engine = new KpiEngine(store, catalogue, config, Clock.fixed(now, ZoneOffset.UTC));
    }

    public static void main(String[] arguments) throws IOException {
        long orders = Long.parseLong(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Files.createDirectories(folder);
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, "UTF-8");
        Path file = folder.resolve("orders-" + orders + ".db");
        boolean fresh = Files.notExists(file);
        Catalogue catalogue = CatalogueFiles.read(
                List.of(Path.of(System.getProperty("nhip.root", ".")).resolve("config/kpis")));
        try (Store store = Store.sqlite(file)) {
            KpiBench bench = new KpiBench(out, store, catalogue);
            if (fresh) {
                bench.time("fill " + orders + " orders", () -> new MadeUpOrders(orders).fill(store));
            }
            bench.run();
        }
    }

    private void run() {
        if (!Boolean.getBoolean("refresh-only")) {
            time("recompute-all", () -> print(engine.recomputeAll()));
        }
        out.printf(
                "peak heap %d MB of %d MB%n",
                peakHeap() >> 20, Runtime.getRuntime().maxMemory() >> 20);
        days(
                "amounts of a day change",
                round -> "UPDATE fact_order SET gross = gross + 1000000 WHERE workspace_id = 1 AND day = ?");
        days(
                "a day's orders are cancelled, or no longer",
                round ->
                        "UPDATE fact_order SET status = CASE WHEN status = 'cancelled' THEN 'paid' ELSE 'cancelled' END"
                                + " WHERE workspace_id = 1 AND day = ?");
        for (String query : PLAIN) {
            time("plain SQL", () -> {
                long[] rows = {0};
                store.read(handle -> {
                    try (Sql sql = new Sql(handle)) {
                        sql.each(query, row -> rows[0]++);
                    }
                    return true;
                });
                out.printf("  %d rows of %s…%n", rows[0], query.substring(0, 60));
            });
        }
    }

    /** Changes days one after another, the first ones to warm up, and tells the median refresh of the last nine. */
    private void days(String what, LongFunction<String> update) {
        long[] nanos = new long[9];
        long[] cpus = new long[9];
        for (int i = -6; i < nanos.length; i++) {
            String day = MadeUpOrders.last()
                    .minusDays((what.startsWith("a day") ? 20L : 25L) + 11L * (i + 6))
                    .toString();
            int round = i;
            store.write(handle -> {
                try (Sql sql = new Sql(handle)) {
                    sql.update(update.apply(round), day);
                    sql.update("INSERT INTO dirty_day (workspace_id, kind, day) VALUES (1, 'order', ?)", day);
                    sql.update(
                            "INSERT INTO dirty_person (workspace_id, person_id) SELECT DISTINCT 1, person_id FROM fact_order"
                                    + " WHERE workspace_id = 1 AND day = ? AND COALESCE(person_id, 0) > 0",
                            day);
                }
                return true;
            });
            long start = System.nanoTime();
            long cpuStart = cpu();
            KpiEngine.Refreshed refreshed = engine.refresh();
            long took = System.nanoTime() - start;
            if (i < 0) {
                out.printf("  %s, warming up: %d ms, %s%n", what, took / 1_000_000, refreshed);
            } else {
                nanos[i] = took;
                cpus[i] = cpu() - cpuStart;
            }
        }
        Arrays.sort(nanos);
        Arrays.sort(cpus);
        out.printf(
                "%s: refresh %d ms (median), %d ms (slowest); CPU %d ms (median)%n",
                what, nanos[4] / 1_000_000, nanos[8] / 1_000_000, cpus[4] / 1_000_000);
    }

    private void print(KpiEngine.Refreshed refreshed) {
        out.println("  " + refreshed);
    }

    private void time(String what, Runnable work) {
        long start = System.nanoTime();
        long cpuStart = cpu();
        work.run();
        out.printf("%s: %.2f s, CPU %.2f s%n", what, (System.nanoTime() - start) / 1e9, (cpu() - cpuStart) / 1e9);
    }

    /** Time this thread was really computing: what matters on a machine that does other work too. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
