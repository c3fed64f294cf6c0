package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.live.SamplePlatforms;
import vn.nhip.sandbox.truth.Headline;
import vn.nhip.sandbox.truth.TruthKpis;

/** The demo's numbers are the sample business's own, in the terminal and in the workbook. */
class DemoTest {

    private static final int DIGITS = 10;

    @TempDir
    private static Path home;

    private static NhipRun demo = new NhipRun(-1, "", "");

    @BeforeAll
    static void runTheDemo() {
        demo = NhipRun.nhip(home, "demo", "--once", "--home", home.toString()).done();
    }

    @Test
    void everyCompletePeriodOfAllFifteenKpisEqualsTheTruth() {
        SoftAssertions softly = new SoftAssertions();
        int compared = 0;
        for (Headline kpi : Headline.values()) {
            Map<String, JsonNode> values = values(kpi);
            int defined = 0;
            for (Map.Entry<String, JsonNode> entry : values.entrySet()) {
                if (!entry.getValue().get("partial").asBoolean()) {
                    Optional<BigDecimal> truth = truth(kpi, LocalDate.parse(entry.getKey()));
                    softly.assertThat(rounded(number(entry.getValue())))
                            .as("%s %s: %s", kpi.id(), entry.getKey(), entry.getValue())
                            .isEqualTo(rounded(truth));
                    compared++;
                    defined += truth.isPresent() ? 1 : 0;
                }
            }
            softly.assertThat(defined).as("defined values of " + kpi.id()).isGreaterThan(10);
        }
        softly.assertThat(compared).isGreaterThan(4_000);
        softly.assertAll();
    }

    @Test
    void theTableShowsFifteenKpisAndWhereTheWorkbookLies() throws IOException {
        assertThat(demo.out()).contains(workbook().toString());
        assertThat(demo.err()).isEmpty();
    }

    @Test
    void theWorkbookHoldsTheSameValues() throws IOException {
        Map<String, Optional<BigDecimal>> sheet = tidyTable(workbook());
        SoftAssertions softly = new SoftAssertions();
        for (Headline kpi : Headline.values()) {
            for (Map.Entry<String, JsonNode> entry : values(kpi).entrySet()) {
                String key = kpi.id() + "|" + kpi.cadence().name().toLowerCase(Locale.ROOT) + "|" + entry.getKey();
                softly.assertThat(sheet).as(key).containsKey(key);
                softly.assertThat(same(sheet.getOrDefault(key, Optional.empty()), number(entry.getValue())))
                        .as("%s: %s in the sheet, %s", key, sheet.get(key), entry.getValue())
                        .isTrue();
            }
        }
        softly.assertAll();
    }

    @Test
    void runningTheDemoAgainChangesNothing() {
        Map<String, JsonNode> before = values(Headline.SALES);
        NhipRun again =
                NhipRun.nhip(home, "demo", "--once", "--home", home.toString()).done();
        assertThat(again.err()).isEmpty();
        assertThat(values(Headline.SALES)).isEqualTo(before);
    }

    @Test
    void afterTheNextNightTheWorkbookInItsFolderShowsTheNewDay(@TempDir Path copy) throws IOException {
        ZonedDateTime threeInTheMorning =
                LocalDate.now(SampleBusiness.ZONE).plusDays(1).atTime(3, 0).atZone(SampleBusiness.ZONE);
        Clock night = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), threeInTheMorning));
        copyFolder(home, copy);
        SampleBusiness business = SampleBusiness.asOf(night);
        try (SamplePlatforms platforms = SamplePlatforms.start(business, night)) {
            PlatformAccess access = new PlatformAccess(platforms);
            access.writeOperatorFile(new Home(copy));
            try (Workplace workplace = Workplace.open(new Home(copy), night)) {
                access.connect(workplace.connecting());
                workplace.nightShift(Runnable::run).tick().join();
            }
        }
        LocalDate newDay = business.truth().span().lastDay();
        assertThat(tidyTable(copy.resolve("exports/kpi_tiem-tra-may.xlsx"))
                        .getOrDefault("website-traffic|day|" + newDay, Optional.empty())
                        .orElseThrow())
                .isEqualByComparingTo(new TruthKpis(business.truth())
                        .of(Headline.WEBSITE_TRAFFIC, newDay)
                        .value()
                        .orElseThrow());
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static Map<String, JsonNode> values(Headline kpi) {
        return NhipRun.nhip(home, "kpi", "--kpi", kpi.id(), "--json").done().byStart();
    }

    private static Optional<BigDecimal> truth(Headline kpi, LocalDate start) {
        return Truths.KPIS.of(kpi, start).value();
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        return value.get("value").isNull()
                ? Optional.empty()
                : Optional.of(new BigDecimal(value.get("value").asText()));
    }

    private static Optional<BigDecimal> rounded(Optional<BigDecimal> number) {
        return number.map(value -> value.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    /** A cell holds a 64-bit number: fifteen digits, so twelve are certain. */
    private static boolean same(Optional<BigDecimal> cell, Optional<BigDecimal> value) {
        if (cell.isEmpty() || value.isEmpty()) {
            return cell.isEmpty() && value.isEmpty();
        }
        BigDecimal difference = cell.get().subtract(value.get()).abs();
        return difference.compareTo(value.get().abs().movePointLeft(12)) <= 0;
    }

    private static Path workbook() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("exports"))) {
            return files.filter(file -> file.toString().endsWith(".xlsx"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Headline values of the tidy sheet, by KPI, grain and first day. */
    private static Map<String, Optional<BigDecimal>> tidyTable(Path workbook) throws IOException {
        Map<String, Optional<BigDecimal>> values = new HashMap<>();
        try (InputStream in = Files.newInputStream(workbook);
                ReadableWorkbook book = new ReadableWorkbook(in)) {
            List<Row> rows = book.findSheet("Du_lieu").orElseThrow().read();
            for (Row row : rows) {
                boolean headline = row.getCellCount() > 10 && row.getCellText(9).isEmpty();
                if (headline && row.getCell(0).getType() == CellType.NUMBER) {
                    values.put(
                            row.getCellText(2) + "|" + row.getCellText(1) + "|"
                                    + row.getCellAsDate(0).orElseThrow().toLocalDate(),
                            row.getCellAsNumber(4));
                }
            }
        }
        return values;
    }

    /** The truth of the same evening. */
    private static final class Truths {
        static final TruthKpis KPIS = TruthKpis.countingEveryClicker(
                SampleBusiness.asOf(Clock.systemUTC()).truth());
    }
}
