package vn.nhip.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncReport;
import vn.nhip.sync.SyncRequest;

/**
 * From a file into durable facts: lines a second, the same file again, and beside it a bare upsert of as many rows.
 *
 * <p>Arguments: {@code orders} or {@code lines}, the number of lines, a folder for scratch files. Run it with
 * {@code -Xmx256m}.
 */
public final class ImportBench {

    private static final PrintStream OUT = System.out;

    /** Orders of lines that {@link OrderLinesFile} writes. */
    static final String ORDERS =
            """
            read: {format: csv, group-by: invoice}
            fields:
              invoice:  {column: InvoiceNo}
              product:  {column: StockCode}
              quantity: {column: Quantity, number: "1234"}
              at:       {column: InvoiceDate, instant: "yyyy-MM-dd HH:mm:ss"}
              price:    {column: UnitPrice, number: "1234.56"}
              customer: {column: CustomerID, optional: true, strip-suffix: ".0"}
            facts:
              - fact: order
                id: invoice
                ordered-at: min(at)
                status: "'paid'"
                channel: "'web'"
                gross: sum(quantity * price)
                person: {external: customer}
                lines: {product: product, quantity: quantity, amount: quantity * price}
            """;

    private static final String LINES =
            """
            read: {format: csv}
            fields:
              at:       {column: InvoiceDate, day: "yyyy-MM-dd HH:mm:ss"}
              quantity: {column: Quantity, number: "1234"}
              price:    {column: UnitPrice, number: "1234.56"}
              invoice:  {column: InvoiceNo}
            facts:
              - fact: ledger-entry
                id: concat(invoice, '-', row())
                day: at
                category: "'revenue'"
                amount: quantity * price
            """;

    private ImportBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        boolean orders = arguments[0].equals("orders");
        long lines = Long.parseLong(arguments[1]);
        Path folder = Files.createTempDirectory(Path.of(arguments[2]), "import-bench");
        Path file = folder.resolve("lines.csv");
        OrderLinesFile.write(file, lines);
        Home home = home(folder, file, orders ? ORDERS : LINES);
        try (Workplace workplace = Workplace.open(home, Clock.systemUTC())) {
            double first = sync(workplace, "first");
            double again = sync(workplace, "again, unchanged");
            OUT.printf("again / first %.3f%n", again / first);
            if (!Boolean.getBoolean("import-only")) {
                Lap lap = Lap.start();
                workplace.refresh();
                OUT.printf("KPI refresh %.2f s, CPU %.2f s%n", lap.seconds(), lap.cpuSeconds());
            }
        }
        OUT.printf("heap limit %d MB%n", Runtime.getRuntime().maxMemory() / 1024 / 1024);
        if (!orders) {
            OUT.println(BareUpsert.run(folder.resolve("bare.db"), lines));
        }
    }

    private static Home home(Path folder, Path file, String mapping) throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("bench.facts.yaml"), mapping);
        Files.writeString(
                folder.resolve("config/nhip.yaml"),
                """
                workspace: bench
                name: "Bench"
                zone: Asia/Ho_Chi_Minh
                currency: VND
                language: en
                history-complete-since: 2023-01-01
                accounts:
                  shop: {title: "Shop", connector: files, settings: {path: "%s", mapping: bench.facts.yaml}}
                """
                        .formatted(file));
        return new Home(folder);
    }

    private static double sync(Workplace workplace, String name) {
        Lap lap = Lap.start();
        SyncReport report = workplace
                .sync(List.of("shop"), SyncRequest.MANUAL, SyncListener.SILENT)
                .get(0);
        double seconds = lap.seconds();
        OUT.printf(
                "%s: %,d records, %,d facts in %.2f s = %,.0f lines/s, CPU %.2f s%s%n",
                name,
                report.counts().records(),
                report.counts().facts(),
                seconds,
                report.counts().records() / seconds,
                lap.cpuSeconds(),
                report.ok() ? "" : " ERRORS " + report.errors());
        return seconds;
    }
}
