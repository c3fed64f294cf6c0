package vn.nhip.kit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;

/** Damaged mappings and damaged rows: an error that says so, or the right count; never a crash, a hang or a loss. */
class DamagedInputTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Currency VND = Currency.getInstance("VND");
    private static final List<Object> ODD_CELLS = List.of(
            "",
            "1E+999999999",
            new BigDecimal("1E+2147483647"),
            new BigDecimal("1E-2147483647"),
            LocalDate.MAX,
            LocalDateTime.MIN,
            Instant.MAX,
            true,
            "9".repeat(60),
            "\ud800",
            "a\0");
    private static final BoundMapping INVOICES =
            Mappings.load(FactsMappingTest.INVOICES).bind(FactsMappingTest.HEADER);
    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        ": ",
        "- ",
        "\n",
        "  ",
        "&a ",
        "*a",
        "!!java.net.URL ",
        "'",
        "\"",
        "|",
        ">",
        "#",
        "%",
        "?",
        "<<: ",
        "\t",
        "~",
        "null",
        "yyyy",
        "\u0000",
        "\ud83d\ude00",
        "sum(",
        ")",
        "999999999999"
    };

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void tenThousandDamagedMappingsAreRefusedAsYamlOrLoaded() {
        Random random = new Random(20240229);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            String whole = i % 2 == 0 ? FactsMappingTest.INVOICES : EveryFactTest.EVERYTHING;
            if (isRefused(damaged(whole, random))) {
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 9_999);
    }

    private static boolean isRefused(String yaml) {
        try {
            FactsMapping.load(YamlFile.read("facts.yaml", yaml), ZONE, VND);
            return false;
        } catch (YamlException expected) {
            assertThat(expected.problems()).isNotEmpty().allMatch(problem -> problem.startsWith("facts.yaml"));
            return true;
        }
    }

    private static String damaged(String whole, Random random) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            bytes = switch (random.nextInt(4)) {
                case 0 -> replaced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 1 -> replaced(bytes, at, Math.min(bytes.length, at + random.nextInt(1, 20)), new byte[0]);
                case 2 ->
                    replaced(bytes, at, at, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8));
                default -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, 0, random.nextInt(200)));
            };
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] result = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
        return result;
    }

    @Test
    void deepNestingIsRefused() {
        for (String opening : List.of("[", "{a: ", "- ")) {
            String deep = "fields: " + (opening.equals("- ") ? "\n  " : "") + opening.repeat(100_000);
            assertThat(isRefused(deep)).as(opening).isTrue();
        }
    }

    @Property(tries = 3_000)
    void everyRowIsAccountedForWhateverItHolds(@ForAll("groups") List<@Nullable Object[]> cells) {
        List<RawRow> rows = new ArrayList<>();
        cells.forEach(row -> rows.add(new RawRow(rows.size() + 2L, row)));
        Mapped mapped = INVOICES.map(rows);
        boolean taken = mapped.facts().size() == 1 && mapped.rejected().isEmpty();
        boolean rejected = mapped.facts().isEmpty() && mapped.rejected().size() == rows.size();
        assertThat(taken ^ rejected ^ mapped.filtered()).isTrue();
    }

    @Provide
    Arbitrary<List<@Nullable Object[]>> groups() {
        Arbitrary<Object> good =
                Arbitraries.of(List.<Object>of("536365", "C1", "6", "2.55", "2010-12-01 08:26:00", "17850.0"));
        Arbitrary<Object> odd = Arbitraries.of(ODD_CELLS);
        Arbitrary<Object> noise = Arbitraries.strings().map(text -> text);
        Arbitrary<Object> cell = Arbitraries.frequencyOf(Tuple.of(8, good), Tuple.of(1, odd), Tuple.of(1, noise));
        return cell.injectNull(0.02)
                .array(Object[].class)
                .ofMinSize(4)
                .ofMaxSize(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
