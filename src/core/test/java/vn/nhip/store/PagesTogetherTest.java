package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nhip.store.Samples.order;
import static vn.nhip.store.Subject.fact;
import static vn.nhip.store.Subject.page;
import static vn.nhip.store.Subject.pageBefore;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Page;
import vn.nhip.spi.Slice;

@SuppressWarnings("NullAway.Init") // set before each test
class PagesTogetherTest {

    private static final Slice ENTITIES = new Slice("all", Optional.empty(), Optional.empty(), false);
    private static final DayRange MARCH = new DayRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @TempDir
    Path folder;

    private Subject subject;
    private StreamWriter writer;

    @BeforeEach
    void openStore() {
        subject = new Subject(Store.sqlite(folder.resolve("nhip.db")), folder);
        writer = subject.writer(subject.feed);
    }

    @AfterEach
    void closeStore() {
        subject.close();
    }

    private Reading commit(Reading reading, Page... pages) {
        Sealer sealer = writer.sealer(reading);
        return writer.commit(reading, Stream.of(pages).map(sealer::seal).toList());
    }

    @Test
    void pagesInOneCommitLeaveWhatOneCommitForEachLeaves() {
        Reading read = commit(
                writer.open(ENTITIES),
                pageBefore("2", fact(order("a", 1, 10, "an"))),
                pageBefore("3", fact(order("b", 1, 20, "binh")), fact(order("a", 1, 11, "an"), 2)),
                page(fact(order("c", 1, 30, "an"))));

        assertThat(read.state()).isEqualTo(Reading.State.READ);
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 11", "b 20", "c 30");
        assertThat(subject.rows("SELECT seq, facts FROM page ORDER BY id")).containsExactly("0 1", "1 2", "2 1");
        assertThat(subject.rows("SELECT next_seq FROM slice")).containsExactly("3");
        assertThat(writer.counts().facts()).isEqualTo(4);
    }

    @Test
    void aPageThatIsRefusedTakesNoneBeforeItAlong() {
        assertThatThrownBy(() -> commit(
                        writer.open(ENTITIES),
                        pageBefore("2", fact(order("a", 1, 10, "an"))),
                        pageBefore("3", fact(order("b", 1, 20, "an")), fact(order("b", 1, 21, "an"))),
                        page(fact(order("c", 1, 30, "an")))))
                .isInstanceOf(ConnectorException.class);

        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10");
        assertThat(subject.rows("SELECT cursor, next_seq FROM slice")).containsExactly("2 1");
        assertThat(writer.counts().facts()).isEqualTo(1);
    }

    @Test
    void whatAFirstReadingGivesAndTakesBackIsGone() {
        Envelope[] many = IntStream.range(0, 120)
                .mapToObj(i -> fact(order("o" + i, 1, i, "an")))
                .toArray(Envelope[]::new);
        List<Page.Removed> removed = List.of(new Page.Removed(FactKind.ORDER, "o7"));
        Page last = page(List.of(fact(order("last", 1, 5, "an"))), removed, List.of(), Optional.empty());

        writer.finish(commit(writer.open(Slice.days(MARCH)), pageBefore("2", many), last));

        assertThat(subject.liveOrders(subject.feed)).hasSize(120).doesNotContain("o7 7");
    }
}
