package vn.nhip.bench;

import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nhip.app.Connecting;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;
import vn.nhip.connection.Credential;
import vn.nhip.spi.Secret;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncReport;
import vn.nhip.sync.SyncRequest;

/**
 * From a platform's pages into durable facts, through engine, connector and the vendor's client; beside it the same pages
 * read with the bare gRPC client, and a bare upsert of as many rows.
 *
 * <p>Arguments: {@code analytics} or {@code ads}, the number of rows, a folder for scratch files. Run it with
 * {@code -Xmx256m}; what answers is a process of its own.
 */
public final class PlatformBench {

    private static final PrintStream OUT = System.out;
    private static final int DAYS = 365;

    private PlatformBench() {}

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Platform platform = Platform.of(arguments[0]);
        int rowsPerDay = (Integer.parseInt(arguments[1]) + DAYS - 1) / DAYS;
        Path folder = Files.createTempDirectory(Path.of(arguments[2]), "platform-bench");
        Process server = server(arguments[0], rowsPerDay);
        try (BufferedReader said = server.inputReader()) {
            URI base = URI.create(String.valueOf(said.readLine()));
            bareRead(platform, base);
            bareRead(platform, base);
            long rows = intoFacts(platform, base, folder);
            OUT.println(BareUpsert.run(folder.resolve("bare.db"), rows));
            OUT.printf("heap limit %d MB%n", Runtime.getRuntime().maxMemory() / 1024 / 1024);
        } finally {
            server.getOutputStream().close();
            server.waitFor();
        }
    }

    private static Process server(String platform, int rowsPerDay) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlatformServer.class.getName(),
                        platform,
                        Integer.toString(rowsPerDay))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void bareRead(Platform platform, URI base) {
        ManagedChannel channel = ManagedChannelBuilder.forTarget(base.getHost() + ":" + base.getPort())
                .usePlaintext()
                .maxInboundMessageSize(16 << 20)
                .build();
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer any");
        Lap lap = Lap.start();
        long rows = platform.read(
                ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers)));
        OUT.printf("bare gRPC read: %,d rows %s%n", rows, lap.of(rows, "rows"));
        channel.shutdownNow();
    }

    private static long intoFacts(Platform platform, URI base, Path folder) throws IOException {
        try (Workplace workplace = Workplace.open(home(platform, base, folder), Clock.systemUTC())) {
            Connecting connecting = workplace.connecting();
            connecting.make(
                    "bench",
                    connecting.wanted(List.of(platform.connector())).auth(),
                    Credential.token(Secret.of("any"), platform.secrets(), Optional.empty()));
            long rows = sync(workplace, "first");
            sync(workplace, "again, unchanged");
            return rows;
        }
    }

    private static long sync(Workplace workplace, String name) {
        Lap lap = Lap.start();
        SyncReport report = workplace
                .sync(List.of("account"), SyncRequest.days(Platform.YEAR), SyncListener.SILENT)
                .get(0);
        long records = report.counts().records();
        OUT.printf(
                "%s: %,d records, %,d facts %s%s%n",
                name,
                records,
                report.counts().facts(),
                lap.of(records, "rows"),
                report.ok() ? "" : " ERRORS " + report.errors());
        return records;
    }

    private static Home home(Platform platform, URI base, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/operator.yaml"),
                "sources:\n  " + platform.connector() + ": {base: \"" + base + "\"}\n");
        Files.writeString(
                folder.resolve("config/nhip.yaml"),
                """
                workspace: bench
                name: "Bench"
                zone: Asia/Ho_Chi_Minh
                currency: VND
                language: en
                accounts:
                  account: {title: "Account", connector: %s, connection: bench, settings: {%s}}
                """
                        .formatted(platform.connector(), settings(platform.settings())));
        return new Home(folder);
    }

    private static String settings(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + ": \"" + setting.getValue() + "\"")
                .collect(Collectors.joining(", "));
    }
}
