package vn.nhip.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.CatalogueFiles;
import vn.nhip.catalogue.Shipped;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;

/**
 * Ten thousand mutations in all: whatever happens to a file, it is read or refused with its place; nothing else is
 * thrown and nothing hangs.
 */
class MutationTest {

    private static final int MUTATIONS = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long SEED = 20_261_123;

    private static final List<String> PIECES = List.of(
            "[",
            "]",
            "{",
            "}",
            ":",
            ": ",
            "-",
            "- ",
            "\n",
            "\t",
            "  ",
            "#",
            "'",
            "\"",
            "|",
            ">",
            "&a ",
            "*a",
            "!!x ",
            "%",
            "@",
            "`",
            "\\",
            "\u0000",
            "\u0085",
            "\ufeff",
            "\ud83c\udf8b",
            "đ",
            "~",
            "null",
            "true",
            "0",
            "-1",
            "1e999999999",
            "99999999999999999999",
            "2026-02-30",
            "---\n",
            "...\n",
            "<<: *a",
            "? ",
            ", ",
            "()",
            "(",
            ")",
            " + ",
            " - ",
            "customers.new",
            "website-traffic",
            "\nkpis:\n",
            "\nmetrics:\n",
            "[".repeat(3_000),
            "{a: ".repeat(3_000),
            "(".repeat(300),
            "- ".repeat(2_000));

    @Test
    @Timeout(600)
    void fiveThousandMutationsOfNhipYaml() throws IOException {
        String text = Files.readString(Shipped.ROOT.resolve("config/nhip.yaml"));
        Catalogue catalogue = Shipped.catalogue();
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String mutated = mutate(text, random);
            refused += isRefused(mutated, () -> {
                ConfigFile.parse("nhip.yaml", mutated);
                ConfigFile.check(YamlFile.read("nhip.yaml", mutated), catalogue);
            });
        }
        assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS - 1);
    }

    @Test
    @Timeout(600)
    void fiveThousandMutationsOfTheCatalogue() throws IOException {
        String metrics = Files.readString(Shipped.FOLDER.resolve("metrics.yaml"));
        List<String> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(Shipped.FOLDER)) {
            for (Path file : listed.sorted().toList()) {
                files.add(Files.readString(file));
            }
        }
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String mutated = mutate(files.get(i % files.size()), random);
            refused += isRefused(
                    mutated, () -> CatalogueFiles.parse(Map.of("metrics.yaml", metrics, "mutated.yaml", mutated)));
        }
        assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS);
    }

    private static int isRefused(String mutated, Runnable reading) {
        long start = System.nanoTime();
        try {
            reading.run();
            return 0;
        } catch (YamlException refused) {
            assertThat(refused.problems()).isNotEmpty().allMatch(problem -> problem.contains(".yaml"));
            return 1;
        } catch (RuntimeException | StackOverflowError other) {
            throw new AssertionError("not refused properly: " + mutated, other);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        }
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(mutated.length());
            int end = Math.min(mutated.length(), at + random.nextInt(random.nextBoolean() ? 4 : 200));
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            switch (random.nextInt(5)) {
                case 0 -> mutated.delete(at, end);
                case 1 -> mutated.insert(at, piece);
                case 2 -> mutated.replace(at, end, piece);
                case 3 -> mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, end));
                default -> mutated.setCharAt(at, (char) random.nextInt(0x3000));
            }
        }
        return mutated.toString();
    }
}
