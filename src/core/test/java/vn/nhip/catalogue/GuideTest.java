package vn.nhip.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.kit.yaml.YamlMap;
import vn.nhip.kit.yaml.YamlNode;

class GuideTest {

    /** In Vietnamese a word is a syllable: names like "customer retention rate" alone have seven. */
    private static final int LONGEST_SHARED = 7;

    private final Catalogue catalogue = Shipped.catalogue();
    private final YamlMap points = YamlFile.read(Shipped.ROOT.resolve("src/core/test/resources/guide-points.yaml"));

    @Test
    void everyKpiOfTheGuideHasItsThreeTexts() {
        assertThat(points.keys())
                .containsExactlyElementsOf(
                        catalogue.headlines().stream().map(Kpi::id).toList())
                .hasSize(15);
        points.entries().values().forEach(entry -> assertThat(entry.map().keys())
                .containsExactly("purpose", "how-to-track", "actions"));
    }

    @TestFactory
    Stream<DynamicTest> everyPointOfTheGuideIsCovered() {
        return points.entries().entrySet().stream().flatMap(entry -> {
            Texts.Guide guide = catalogue.findKpi(entry.getKey()).orElseThrow().guide();
            YamlMap said = entry.getValue().map();
            Stream<DynamicTest> actions = said.entries("actions").entrySet().stream()
                    .flatMap(action -> covered(
                            entry.getKey() + " " + action.getKey(),
                            action.getValue(),
                            actionText(guide, action.getKey())));
            return Stream.of(
                            covered(entry.getKey() + " purpose", said.require("purpose"), guide.purpose()),
                            covered(entry.getKey() + " how to track", said.require("how-to-track"), guide.howToTrack()),
                            actions)
                    .flatMap(tests -> tests);
        });
    }

    @Test
    void websiteTrafficSaysWhatToDoWhenItDropsAndWhenItSurges() {
        assertThat(catalogue.findKpi("website-traffic").orElseThrow().guide().actions())
                .extracting(Texts.Action::trigger)
                .containsExactly(Texts.Trigger.DROP, Texts.Trigger.RISE);
    }

    @Test
    void everyTextStandsInBothLanguagesAndDiffers() {
        catalogue.kpis().values().stream().flatMap(GuideTest::allTexts).forEach(texts -> {
            assertThat(texts.vi()).isNotBlank();
            assertThat(texts.en()).isNotBlank().isNotEqualTo(texts.vi());
            assertThat(texts.en()).as("English without Vietnamese letters").matches("[\\x20-\\x7e–−×÷…—’]+");
            assertThat(texts.vi() + texts.en()).doesNotContain("{").doesNotContain("  ");
        });
    }

    @Test
    void noSentenceIsTheGuidesOwn() throws IOException {
        Path folder = Path.of(System.getProperty("nhip.shared", "")).resolve("guide");
        assumeTrue(Files.isDirectory(folder), () -> "the guide is not at " + folder + "; set -Dnhip.shared");
        String guide;
        try (Stream<Path> files = Files.list(folder)) {
            guide = files.map(GuideTest::words).map(GuideTest::joined).collect(Collectors.joining(" "));
        }
        List<String> copied = catalogue.kpis().values().stream()
                .flatMap(GuideTest::allTexts)
                .map(texts -> words(texts.vi()))
                .flatMap(words -> IntStream.rangeClosed(0, words.size() - LONGEST_SHARED - 1)
                        .mapToObj(i -> joined(words.subList(i, i + LONGEST_SHARED + 1))))
                .filter(guide::contains)
                .toList();
        assertThat(copied).isEmpty();
    }

    private static Stream<DynamicTest> covered(String where, YamlNode wanted, Texts text) {
        return wanted.map().entries().entrySet().stream()
                .map(point -> DynamicTest.dynamicTest(where + ": " + point.getKey(), () -> {
                    assertSays(text.vi(), point.getValue().map().text("vi"));
                    assertSays(text.en(), point.getValue().map().text("en"));
                }));
    }

    private static void assertSays(String text, String alternatives) {
        assertThat(Arrays.asList(alternatives.split("\\|", -1)))
                .as("words for it in: " + text)
                .anyMatch(words -> text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)));
    }

    private static Texts actionText(Texts.Guide guide, String trigger) {
        return guide.actions().stream()
                .filter(action -> action.trigger()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(trigger))
                .map(Texts.Action::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no action for " + trigger));
    }

    private static Stream<Texts> allTexts(Kpi kpi) {
        Stream<Texts> own = Stream.of(
                kpi.name(), kpi.definition(), kpi.guide().purpose(), kpi.guide().howToTrack());
        Stream<Texts> labels =
                kpi.formula().sides().stream().flatMap(List::stream).flatMap(terms -> terms.label().stream());
        return Stream.of(own, kpi.guide().actions().stream().map(Texts.Action::text), labels)
                .flatMap(texts -> texts);
    }

    private static List<String> words(Path file) {
        try {
            return words(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }
}
