package vn.nhip.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;
import vn.nhip.store.Store;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncRequest;
import vn.nhip.web.WebServer;
import vn.nhip.web.WebSettings;

/**
 * How fast pages come at twenty requests a second, first with nothing else to do, then while an account is read:
 * {@code ScreenBench ORDERS FOLDER SECONDS}.
 *
 * <p>Three years of orders over thirty channels; KPIs that orders do not feed get the values of sales, since a page costs what its
 * values cost. A folder that was filled already is used again.
 */
public final class ScreenBench {

    private static final PrintStream OUT = System.out;
    private static final int CHANNELS = 30;
    private static final long LINES_WHILE_READING = 400_000;
    private static final List<String> DASHBOARDS = List.of("/?cadence=day", "/?cadence=week", "/?cadence=month");

    private ScreenBench() {}

    public static void main(String[] arguments) throws Exception {
        long orders = Long.parseLong(arguments[0]);
        Path folder = Path.of(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        Home home = home(folder);
        Instant now = MadeUpOrders.last().plusDays(1).atTime(6, 0).toInstant(ZoneOffset.UTC);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        if (Files.notExists(home.database())) {
            fill(home, orders);
            giveEveryKpiValues(home, clock);
        }
        try (Workplace workplace = Workplace.open(home, clock)) {
            ExecutorService chores = Executors.newSingleThreadExecutor();
            WebSettings settings = new WebSettings(0, Optional.empty(), true);
            try (WebServer web = WebServer.start(workplace, settings, chores, Optional.empty())) {
                Callers callers = new Callers(web.address());
                List<String> kpis = workplace.catalogue().kpis().values().stream()
                        .filter(kpi -> kpi.variantOf().isEmpty())
                        .map(kpi -> "/kpi/" + kpi.id())
                        .toList();
                measure(callers, "idle", kpis, seconds);
                Thread reading = new Thread(() -> read(workplace), "reading");
                reading.start();
                measure(callers, "while an account is read", kpis, seconds);
                OUT.println(reading.isAlive() ? "still reading at the end" : "the reading ended before the measuring");
                reading.join();
            } finally {
                chores.shutdownNow();
            }
        }
    }

    private static void measure(Callers callers, String when, List<String> kpis, int seconds)
            throws InterruptedException {
        callers.run(DASHBOARDS, 3);
        callers.run(kpis, 3);
        OUT.printf("dashboard, %s: %s%n", when, callers.run(DASHBOARDS, seconds));
        OUT.printf("KPI page, %s: %s%n", when, callers.run(kpis, seconds));
    }

    private static void read(Workplace workplace) {
        workplace
                .sync(List.of("lines"), SyncRequest.MANUAL, SyncListener.SILENT)
                .forEach(report -> OUT.printf(
                        "read %,d records meanwhile%s%n",
                        report.counts().records(), report.ok() ? "" : " ERRORS " + report.errors()));
    }

    private static void fill(Home home, long orders) throws IOException {
        Files.createDirectories(home.folder().resolve("data"));
        try (Store store = Store.sqlite(home.database())) {
            new MadeUpOrders(orders, CHANNELS).fill(store);
        }
    }

    private static void giveEveryKpiValues(Home home, Clock clock) {
        List<String> without;
        try (Workplace workplace = Workplace.open(home, clock)) {
            workplace.refresh();
            without = workplace.catalogue().kpis().values().stream()
                    .filter(kpi -> kpi.variantOf().isEmpty() && !kpi.id().equals("sales"))
                    .map(kpi -> kpi.id())
                    .toList();
        }
        try (Store store = Store.sqlite(home.database())) {
            store.write(handle -> {
                for (String kpi : without) {
                    handle.execute(
                            "INSERT INTO kpi_value SELECT workspace_id, ?, grain, start, dimension, dimension_value, version,"
                                    + " numerator, denominator, value, reason, state, complete_through, partial, computed_at"
                                    + " FROM kpi_value WHERE kpi = 'sales' AND dimension IN ('', 'channel')"
                                    + " ON CONFLICT DO NOTHING",
                            kpi);
                }
                return 0;
            });
        }
    }

    private static Home home(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(folder.resolve("bench.facts.yaml"), ImportBench.ORDERS);
        Files.writeString(
                folder.resolve("config/nhip.yaml"),
                """
                workspace: bench
                name: "Bench"
                zone: UTC
                currency: VND
                language: vi
                history-complete-since: 2023-01-01
                accounts:
                  shop: {title: "Shop", connector: files, settings: {path: none, mapping: bench.facts.yaml}}
                  lines: {title: "Lines", connector: files, settings: {path: inbox, mapping: bench.facts.yaml}}
                kpis:
                  sales: {target: 1000000000}
                """);
        Path file = folder.resolve("inbox/lines-" + System.currentTimeMillis() + ".csv");
        OrderLinesFile.write(file, LINES_WHILE_READING);
        return new Home(folder);
    }
}
