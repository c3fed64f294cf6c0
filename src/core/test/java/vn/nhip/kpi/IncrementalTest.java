package vn.nhip.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import vn.nhip.store.Store;

class IncrementalTest {

    private static final AtomicLong WORKSPACES = new AtomicLong();
    private static final Path MEMORY = Path.of("/dev/shm");

    private static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static Store store;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "nhip-test")
                : Files.createTempDirectory("nhip-test");
        store = Store.sqlite(folder.resolve("random.db"));
    }

    @AfterContainer
    static void close() throws IOException {
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void whatIsKeptUpToDateEqualsWhatIsMadeAnew(@ForAll("steps") List<Step> steps) {
        RandomShop shop = new RandomShop(store, WORKSPACES.incrementAndGet());
        steps.forEach(shop::take);
        shop.engine().refresh();
        List<String> incremental = Content.of(store, shop.books().id());

        shop.engine().recomputeAll();

        List<String> anew = Content.of(store, shop.books().id());
        assertThat(without(incremental, anew)).as("kept, but not made anew").isEmpty();
        assertThat(without(anew, incremental)).as("made anew, but not kept").isEmpty();
        assertThat(shop.engine().refresh()).isEqualTo(new KpiEngine.Refreshed(0, 0, 0));
    }

    private static List<String> without(List<String> all, List<String> some) {
        Set<String> known = new HashSet<>(some);
        return all.stream().filter(row -> !known.contains(row)).toList();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.of(Step.Act.class)),
                                Tuple.of(1, Arbitraries.just(Step.Act.REFRESH)),
                                Tuple.of(2, Arbitraries.of(Step.Act.ORDER, Step.Act.ORDER_ELSEWHERE))),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 45),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new);
        return step.list().ofMinSize(5).ofMaxSize(40);
    }
}
