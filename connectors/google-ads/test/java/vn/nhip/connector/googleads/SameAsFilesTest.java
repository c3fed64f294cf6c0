package vn.nhip.connector.googleads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.connector.files.FilesConnectorFactory;
import vn.nhip.kit.report.AdTally;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.files.SampleFiles;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;

/** The sample business's advertising is the same through the API as through its exported files, key by key. */
class SameAsFilesTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2025, 9, 20), LocalDate.of(2026, 1, 14));

    @TempDir
    Path home = Path.of("");

    @Test
    void everyFactOfTheExportsComesThroughTheApiAsWell() {
        SampleBusiness business = SampleBusiness.of(SampleBusiness.SEED, DAYS.first(), DAYS.last());
        new SampleFiles(business).write(home);
        try (Scene scene = new Scene()) {
            scene.face().put(Scene.GOOD.with(business.truth()));
            Map<String, Figures> api = figures(new Reading(scene.account()).facts(DAYS));
            Map<String, Figures> files = figures(files());
            assertThat(api).isEqualTo(files).hasSizeGreaterThan(4 * 100);
        }
    }

    /** The figures of one key, amounts without trailing zeros, since only their value is compared. */
    private record Figures(String name, AdTally tally, Currency currency) {}

    private static Map<String, Figures> figures(Iterable<? extends Fact> facts) {
        Map<String, Figures> figures = new TreeMap<>();
        for (Fact fact : facts) {
            AdDay row = (AdDay) fact;
            AdTally tally = AdTally.of(row);
            AdTally plain = new AdTally(
                    tally.impressions(),
                    tally.clicks(),
                    tally.cost().stripTrailingZeros(),
                    tally.conversions().stripTrailingZeros(),
                    tally.value().stripTrailingZeros());
            figures.put(
                    row.key(),
                    new Figures(row.campaign().name(), plain, row.cost().currency()));
        }
        return figures;
    }

    private List<Fact> files() {
        FilesConnectorFactory factory = new FilesConnectorFactory();
        Settings settings = Settings.of(
                factory.spec(),
                Map.of(
                        "path", home.resolve("inbox/google-ads").toString(),
                        "mapping",
                                home.resolve("mappings/google-ads.facts.yaml").toString()),
                Map.of());
        ConnectorContext context = new ConnectorContext(Scene.CLOCK, SampleBusiness.ZONE, Currency.getInstance("VND"));
        List<Fact> facts = new ArrayList<>();
        try (Connector connector = factory.open(settings, context)) {
            for (Slice slice : connector.slices(FilesConnectorFactory.STREAM, DAYS)) {
                Page page;
                Optional<Cursor> after = Optional.empty();
                do {
                    page = connector.read(new ReadRequest(FilesConnectorFactory.STREAM, slice, after));
                    page.facts().forEach(envelope -> facts.add(envelope.fact()));
                    after = page.next();
                } while (after.isPresent());
            }
        }
        return facts;
    }
}
