package vn.nhip.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;
import vn.nhip.spi.DayRange;
import vn.nhip.sync.Connectors;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncReport;
import vn.nhip.sync.SyncRequest;

/**
 * From a REST source that a manifest describes into durable facts; beside it the same pages fetched and parsed, and a bare
 * upsert of as many rows.
 *
 * <p>Arguments: rows, rows on a page, {@code ordered} or {@code hashed} keys, a folder for scratch files; or
 * {@code latency}, a folder, for what reading side by side brings; or {@code load}, the folder of connectors, for how long
 * it takes to read them. What answers is a process of its own.
 */
public final class ManifestBench {

    private static final PrintStream OUT = System.out;
    private static final DayRange ALL = new DayRange(RestPages.FIRST, RestPages.FIRST.plusDays(RestPages.DAYS - 1L));
    static final DayRange LAST_DAY = DayRange.of(ALL.last());

    private ManifestBench() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        if (arguments[0].equals("load")) {
            loading(Path.of(arguments[1]));
            return;
        }
        boolean latency = arguments[0].equals("latency");
        Path folder = Files.createTempDirectory(Path.of(arguments[arguments.length - 1]), "manifest-bench");
        String[] served = latency
                ? new String[] {"100000", "1000", "ordered", "150"}
                : new String[] {arguments[0], arguments[1], arguments[2], "0"};
        Process server = server(served);
        try (BufferedReader said = server.inputReader()) {
            URI base = URI.create(String.valueOf(said.readLine()));
            if (latency) {
                sideBySide(base, folder);
            } else {
                throughput(base, folder, Long.parseLong(served[0]), Integer.parseInt(served[1]));
            }
            OUT.printf(
                    "heap limit %d MB, peak memory %s%n", Runtime.getRuntime().maxMemory() / 1024 / 1024, peak());
        } finally {
            server.getOutputStream().close();
            server.waitFor();
        }
    }

    private static void loading(Path connectors) {
        for (String when : List.of("first", "again")) {
            Lap lap = Lap.start();
            long loaded = Connectors.installed(List.of(connectors)).all().stream()
                    .filter(connector -> Files.exists(
                            connectors.resolve(connector.spec().id()).resolve("manifest.yaml")))
                    .count();
            OUT.printf(
                    "load %s: %d manifests in %.0f ms, CPU %.0f ms%n",
                    when, loaded, lap.seconds() * 1000, lap.cpuSeconds() * 1000);
        }
    }

    private static Process server(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(
                List.of(java, "-Xmx1g", "-cp", System.getProperty("java.class.path"), RestServer.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void throughput(URI base, Path folder, long rows, int size)
            throws IOException, SQLException, InterruptedException {
        bareRead(base, size);
        bareRead(base, size);
        Home home = RestHome.made(folder, base, new RestHome.Shape(size, "", 1, ""));
        try (Workplace workplace = Workplace.open(home, Clock.systemUTC())) {
            sync(workplace, "first", ALL);
            sync(workplace, "again, unchanged", ALL);
            sync(workplace, "one day of a hundred", LAST_DAY);
        }
        OUT.println("peak memory so far " + peak());
        ManifestDelta.run(base, home);
        OUT.println(BareUpsert.run(folder.resolve("bare.db"), rows));
    }

    private static void sideBySide(URI base, Path folder) throws IOException, InterruptedException {
        for (int wide : List.of(1, 10)) {
            Home windows = RestHome.made(
                    folder.resolve("windows-" + wide), base, new RestHome.Shape(1000, "step: P1D", wide, ""));
            Home offsets = RestHome.made(
                    folder.resolve("offsets-" + wide), base, new RestHome.Shape(1000, "", wide, "total: total"));
            for (Home home : List.of(windows, offsets)) {
                try (Workplace workplace = Workplace.open(home, Clock.systemUTC())) {
                    sync(workplace, home.folder().getFileName() + ", 150 ms before each answer", ALL);
                }
                OUT.println("most requests at the same time: " + text(base.resolve("/most")));
            }
        }
    }

    private static void bareRead(URI base, int size) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        JsonFactory json = new JsonFactory();
        Lap lap = Lap.start();
        long rows = 0;
        for (long got = size; got == size; rows += got) {
            HttpRequest request =
                    HttpRequest.newBuilder(base.resolve("/rows?offset=" + rows)).build();
            try (InputStream body = new GZIPInputStream(client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                            .body());
                    JsonParser parser = json.createParser(body)) {
                got = 0;
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    got += token == JsonToken.FIELD_NAME && parser.currentName().equals("id") ? 1 : 0;
                }
            }
        }
        OUT.printf("bare fetch and parse: %,d rows %s%n", rows, lap.of(rows, "rows"));
    }

    static String text(URI uri) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    static void sync(Workplace workplace, String name, DayRange days) {
        Lap lap = Lap.start();
        SyncReport report = workplace
                .sync(List.of("account"), SyncRequest.days(days), SyncListener.SILENT)
                .get(0);
        long records = report.counts().records();
        OUT.printf(
                "%s: %,d records, %,d facts, %,d changed %s%s%n",
                name,
                records,
                report.counts().facts(),
                report.counts().changed(),
                lap.of(records, "rows"),
                report.ok() ? "" : " ERRORS " + report.errors());
    }

    /** The most memory that this process ever held, where the system tells (Linux). */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line -> line.replaceAll("\\D+", "") + " kB")
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }
}
