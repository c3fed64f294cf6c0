package vn.nhip.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts;
import vn.nhip.catalogue.Unit;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.export.CsvWriter;
import vn.nhip.export.Report;
import vn.nhip.export.WorkbookWriter;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** How long a workbook, its refresh and a CSV file take; the argument is the number of tidy rows, 100,000 unless given. */
public final class ExportBench {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 1_000;
    private static final int ROUNDS = 4;

    private ExportBench() {}

    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Report report = report(rows);
        Path folder = Files.createTempDirectory("nhip-export-bench");
        Path workbook = folder.resolve("kpi.xlsx");
        Path csv = folder.resolve("kpi.csv");
        PrintStream out = System.out;
        out.printf("%,d tidy rows; the first round is a cold one%n", rows);
        for (int round = 1; round <= ROUNDS; round++) {
            Files.deleteIfExists(workbook);
            long start = System.nanoTime();
            WorkbookWriter.write(report, workbook);
            long written = System.nanoTime();
            WorkbookWriter.write(report, workbook);
            long refreshed = System.nanoTime();
            CsvWriter.write(report, csv, CsvWriter.Form.PEOPLE);
            long exported = System.nanoTime();
            out.printf(
                    "round %d: workbook %,d ms (%,d bytes), refresh %,d ms, CSV %,d ms%n",
                    round,
                    millis(start, written),
                    Files.size(workbook),
                    millis(written, refreshed),
                    millis(refreshed, exported));
        }
        Files.delete(workbook);
        Files.delete(csv);
        Files.delete(folder);
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }

    private static Report report(int rows) {
        Texts text = new Texts("Doanh số", "Sales");
        Kpi sales = new Kpi(
                "sales",
                1,
                text,
                Grain.DAY,
                Set.of(Grain.DAY),
                Unit.MONEY,
                Kpi.Good.UP,
                new Formula.Distinct("orders.net"),
                List.of("channel"),
                0,
                Optional.empty(),
                text,
                new Texts.Guide(text, text, List.of()));
        List<KpiValue> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add(value(i));
        }
        return new Report(
                new Report.Business(
                        "bench", "Bench", Language.VI, ZoneId.of("UTC"), Currency.getInstance("VND"), false),
                List.of(new Report.KpiLine(sales, KpiChoice.DEFAULT, true, List.of("pos"), Optional.of(NOW))),
                values,
                List.of(),
                List.of(),
                List.of(),
                NOW);
    }

    /** The first thousand are the totals, the others a breakdown by channel. */
    private static KpiValue value(int i) {
        Optional<BigDecimal> amount = Optional.of(BigDecimal.valueOf(12_345_678L + i * 997L));
        KpiValue.Breakdown of =
                i < DAYS ? KpiValue.Breakdown.TOTAL : new KpiValue.Breakdown("channel", "kênh " + i / DAYS);
        return new KpiValue(
                "sales",
                1,
                Grain.DAY,
                FIRST.plusDays(i % DAYS),
                of,
                amount,
                Optional.empty(),
                amount,
                "",
                new KpiValue.Standing(KpiValue.State.SETTLED, Optional.empty(), false, NOW));
    }
}
