package vn.nhip.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.nhip.kpi.model.BgNbd;
import vn.nhip.kpi.model.CustomerHistories;
import vn.nhip.kpi.model.CustomerHistory;
import vn.nhip.kpi.model.GammaGamma;
import vn.nhip.kpi.model.Horizon;
import vn.nhip.kpi.model.LifetimeValue;
import vn.nhip.kpi.model.Purchase;

/** How long the lifetime model takes on the CDNOW purchases; the argument is the path of {@code CDNOW_sample.txt}. */
public final class ModelBench {

    private static final LocalDate END = LocalDate.of(1997, 9, 30);
    private static final int ROUNDS = 5;

    private ModelBench() {}

    public static void main(String[] arguments) throws IOException {
        Path shared = Path.of(System.getProperty("nhip.shared", "../shared"));
        Path file = arguments.length > 0 ? Path.of(arguments[0]) : shared.resolve("data/cdnow/CDNOW_sample.txt");
        Collection<CustomerHistory> histories =
                CustomerHistories.from(purchases(file), END).values();
        PrintStream out = System.out;
        out.printf("%,d customers; the first round is a cold one%n", histories.size());
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            LifetimeValue model = LifetimeValue.fit(histories)
                    .found()
                    .orElseThrow(() -> new IllegalStateException("no fit for " + file));
            long fitted = System.nanoTime();
            BigDecimal total = model.total(histories, Horizon.YEAR);
            long valued = System.nanoTime();
            out.printf(
                    "round %d: fit %,d ms, 12-month value of all %,d ms%n",
                    round, millis(start, fitted), millis(fitted, valued));
            if (round == ROUNDS) {
                print(out, model, total);
            }
        }
    }

    private static void print(PrintStream out, LifetimeValue model, BigDecimal total) {
        BgNbd.Fit bg = model.purchases();
        GammaGamma.Fit gg = model.spend();
        out.printf(
                Locale.ROOT,
                "BG/NBD r %.7f alpha %.7f a %.7f b %.7f log-likelihood %.5f%n",
                bg.r(),
                bg.alpha(),
                bg.a(),
                bg.b(),
                bg.logLikelihood());
        out.printf(
                Locale.ROOT,
                "Gamma-Gamma p %.7f q %.7f v %.7f log-likelihood %.5f%n",
                gg.p(),
                gg.q(),
                gg.v(),
                gg.logLikelihood());
        out.printf("12-month value of all customers %s%n", total);
    }

    private static List<Purchase<String>> purchases(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.map(line -> line.strip().split(" +", -1))
                    .map(cells -> new Purchase<>(
                            cells[1],
                            LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE),
                            new BigDecimal(cells[4])))
                    .toList();
        }
    }

    private static long millis(long from, long to) {
        return Duration.ofNanos(to - from).toMillis();
    }
}
