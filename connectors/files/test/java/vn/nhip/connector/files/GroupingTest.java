package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Order;
import vn.nhip.spi.Page;

class GroupingTest {

    private static final String MAPPING =
            """
            read: {format: csv, group-by: order}
            fields:
              order:  {column: Order}
              at:     {column: Day, day: "yyyy-MM-dd"}
              amount: {column: Amount, number: "1234.56"}
            facts:
              - fact: order
                id: order
                ordered-at: at
                status: "'paid'"
                gross: sum(amount)
                channel: "'web'"
            """;

    private static final GroupPlan.Limits ROOMY = GroupPlan.Limits.DEFAULT;
    private static final GroupPlan.Limits TIGHT = new GroupPlan.Limits(5, 7, 1_000);

    @TempDir
    Path folder = Path.of("");

    @Property(tries = 150)
    void everyOrderIsWholeHoweverItsLinesLieAndHoweverManyPassesItTakes(
            @ForAll @IntRange(max = 400) int lines, @ForAll @IntRange(min = 1, max = 80) int orders, @ForAll long seed)
            throws IOException {
        Path file = Files.createTempFile("grouping", ".csv");
        Map<String, BigDecimal> expected = new HashMap<>();
        write(file, lines, orders, new Random(seed), expected);
        for (GroupPlan.Limits limits : List.of(ROOMY, TIGHT)) {
            List<Page> pages = pages(file, Position.START, limits);
            assertThat(totals(pages)).isEqualTo(expected);
            assertThat(pages.stream().mapToLong(page -> page.counts().mapped()).sum())
                    .isEqualTo(lines);
        }
        Files.delete(file);
    }

    @Test
    void readingOnFromAnyCursorGivesWhatIsLeft() throws IOException {
        Path file = folder.resolve("orders.csv");
        write(file, 60_000, 20_000, new Random(3), new HashMap<>());
        for (GroupPlan.Limits limits : List.of(ROOMY, new GroupPlan.Limits(9_000, 9_000, 1_000))) {
            List<Page> pages = pages(file, Position.START, limits);
            assertThat(pages).hasSizeGreaterThan(4);
            assertThat(pages.get(0).raw().request().contains("passes")).isEqualTo(!limits.equals(ROOMY));
            for (int at = 0; at + 1 < pages.size(); at += 1 + pages.size() / 5) {
                Position from = Position.of(pages.get(at).next().orElseThrow());
                assertThat(summary(pages(file, from, limits))).isEqualTo(summary(pages.subList(at + 1, pages.size())));
            }
        }
    }

    @Test
    void everyRawPageHoldsItsLinesWhereItsRequestSays() throws IOException {
        Path file = folder.resolve("orders.csv");
        write(file, 30_000, 9_000, new Random(5), new HashMap<>());
        List<String> lines = Files.readAllLines(file);
        for (GroupPlan.Limits limits : List.of(ROOMY, new GroupPlan.Limits(4_000, 4_000, 1_000))) {
            int covered = 0;
            for (Page page : pages(file, Position.START, limits)) {
                String[] words = page.raw().request().split("[ –]", -1);
                int first = Integer.parseInt(words[2]);
                String[] raw = new String(page.raw().bytes(), StandardCharsets.UTF_8).split("\n", -1);
                for (int at = 0; at < raw.length; at++) {
                    if (!raw[at].isEmpty()) {
                        assertThat(raw[at]).isEqualTo(lines.get(first - 1 + at));
                        covered++;
                    }
                }
            }
            assertThat(covered).isBetween(30_000, 30_001); // the header may stand on the first page
        }
    }

    @Test
    void oneBadLineRejectsItsWholeOrderAndNothingElse() throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.writeString(
                file,
                """
                Order,Day,Amount
                A,2026-01-01,1
                B,2026-01-01,2
                A,2026-01-01,x
                C,2026-01-01,4,5
                B,2026-01-01,6
                C,2026-01-01,7
                ,2026-01-01,8
                """);
        Page page = pages(file, Position.START, ROOMY).get(0);
        assertThat(totals(List.of(page))).isEqualTo(Map.of("B", new BigDecimal("8")));
        assertThat(page.counts()).isEqualTo(new Page.Counts(7, 0, 2));
        assertThat(page.rejected().stream().map(rejected -> rejected.at() + ": " + rejected.raw()))
                .containsExactlyInAnyOrder(
                        "line 2: A,2026-01-01,1",
                        "line 4: A,2026-01-01,x",
                        "line 5: C,2026-01-01,4,5",
                        "line 7: C,2026-01-01,7",
                        "line 8: ,2026-01-01,8");
    }

    @Test
    void aGroupKeyThatTheMappingRefusesIsARowHeldBackAndNoFailure() throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.writeString(file, "Order,Day,Amount\nA,2026-01-01,1\nZ,2026-01-01,2\nA,2026-01-01,3\n");
        String refusing = MAPPING.replace(
                "{column: Order}", "{column: Order, values: {A: first, B: second}, values-else: refuse}");
        Page page = pages(file, refusing, Position.START, ROOMY).get(0);
        assertThat(totals(List.of(page))).isEqualTo(Map.of("first", new BigDecimal("4")));
        assertThat(page.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.at()).isEqualTo("line 3");
            assertThat(rejected.field()).isEqualTo("Order");
            assertThat(rejected.reason()).contains("none of the declared values: A, B");
        });
    }

    @Test
    void aGroupThatIsNoOrderIsRefusedInsteadOfFillingMemory() throws IOException {
        Path file = folder.resolve("orders.csv");
        write(file, 2_000, 1, new Random(1), new HashMap<>());
        assertThatThrownBy(() -> pages(file, Position.START, TIGHT))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("group-by puts 2000 rows into one record");
    }

    private static void write(Path file, int lines, int orders, Random random, Map<String, BigDecimal> totals)
            throws IOException {
        StringBuilder text = new StringBuilder("Order,Day,Amount\n");
        for (int line = 0; line < lines; line++) {
            String order = "N" + random.nextInt(orders);
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(100_000), 2);
            text.append(order).append(",2026-01-").append(10 + random.nextInt(20));
            text.append(',').append(amount.toPlainString()).append('\n');
            totals.merge(order, amount, BigDecimal::add);
        }
        totals.replaceAll((order, total) -> total.stripTrailingZeros());
        Files.writeString(file, text);
    }

    private static List<Page> pages(Path file, Position start, GroupPlan.Limits limits) {
        return pages(file, MAPPING, start, limits);
    }

    private static List<Page> pages(Path file, String mapping, Position start, GroupPlan.Limits limits) {
        ConnectorContext context = new ConnectorContext(Clock.systemUTC(), ZoneOffset.UTC, Currency.getInstance("VND"));
        List<Part> parts = Mapping.parse("test", mapping, context).parts();
        List<Page> pages = new ArrayList<>();
        try (SliceReader reader = new SliceReader(new Source(file), parts, start, limits)) {
            Optional<Page> last;
            do {
                last = Optional.of(reader.read());
                pages.add(last.get());
            } while (last.get().next().isPresent());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return pages;
    }

    private static Map<String, BigDecimal> totals(List<Page> pages) {
        Map<String, BigDecimal> totals = new HashMap<>();
        for (Page page : pages) {
            page.facts().stream().map(envelope -> (Order) envelope.fact()).forEach(order -> {
                BigDecimal gross = order.amounts().gross().amount().stripTrailingZeros();
                assertThat(totals.put(order.id(), gross)).as(order.id()).isNull();
            });
        }
        return totals;
    }

    private static List<String> summary(List<Page> pages) {
        return pages.stream()
                .map(page ->
                        page.facts() + " " + page.counts() + " " + page.raw().request() + " "
                                + new String(page.raw().bytes(), StandardCharsets.UTF_8) + page.next())
                .toList();
    }
}
