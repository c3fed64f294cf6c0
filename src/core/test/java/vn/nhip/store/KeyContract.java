package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nhip.store.Samples.order;
import static vn.nhip.store.Samples.traffic;
import static vn.nhip.store.Subject.fact;
import static vn.nhip.store.Subject.page;
import static vn.nhip.store.Subject.pageBefore;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Slice;

/** What every store keeps when keys repeat, too much is held back, or a file vanishes; and how its rules are set up. */
@SuppressWarnings("NullAway.Init") // set before each rule
abstract class KeyContract {

    static final Slice ENTITIES = new Slice("all", Optional.empty(), Optional.empty(), false);

    @TempDir
    Path folder;

    Subject subject;

    /** An empty database, reached through the seam. */
    abstract Store open(UnaryOperator<DataSource> seam);

    @BeforeEach
    void start() {
        start(UnaryOperator.identity());
    }

    void start(UnaryOperator<DataSource> seam) {
        subject = new Subject(open(seam), folder);
    }

    @AfterEach
    void stop() {
        subject.close();
    }

    @Test
    void ofTwoDifferentRowsWithOneKeyTheFirstCountsAndTheOtherIsHeldBack() {
        subject.load(
                subject.feed,
                "sales.csv",
                "1",
                at(2, order("a", 1, 10, "an")),
                at(3, order("b", 1, 20, "an")),
                at(4, order("a", 1, 99, "an")));
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10", "b 20");
        assertThat(heldBack())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .extracting(Quarantine.Entry::at, Quarantine.Entry::value)
                        .containsExactly("line 4", "a"))
                .satisfies(entry -> assertThat(entry.reason()).contains("order a", "sales.csv, line 2"));
        assertThat(subject.rows("SELECT records, facts, quarantined FROM page")).containsExactly("3 2 1");
    }

    @Test
    void aKeyGivenTwiceIsNoticedAcrossPagesInOtherFilesAndInCorrectedOnes() {
        subject.load(subject.feed, "first.csv", "1", fact(order("z", 1, 1, "an")));
        RunCounts counts = RunCounts.NONE;
        for (String content : List.of("1", "2")) {
            StreamWriter writer = subject.writer(subject.feed);
            Reading reading = writer.open(Slice.file("sales.csv", content));
            reading = writer.commit(reading, pageBefore("2", at(2, order("a", 1, 10, "an"))));
            reading = writer.commit(
                    reading, pageBefore("3", at(3, order("a", 2, 11, "an")), at(4, order("a", 3, 12, "an"))));
            writer.finish(writer.commit(reading, page(at(5, order("a", 1, 10, "an")))));
            counts = writer.counts();

            assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10", "z 1");
            assertThat(heldBack()).extracting(Quarantine.Entry::at).containsExactly("line 3", "line 4");
            assertThat(heldBack())
                    .allSatisfy(entry -> assertThat(entry.reason()).contains("sales.csv, line 2"));
        }
        assertThat(counts).isEqualTo(new RunCounts(4, 2, 0, 0, 2, 0, 1));
    }

    @Test
    void theSameRowAgainIsCountedAndCountsOnce() {
        for (String content : List.of("1", "2")) {
            RunCounts counts = subject.load(
                    subject.feed,
                    "sales.csv",
                    content,
                    at(2, order("a", 1, 10, "an")),
                    at(3, order("a", 1, 10, "an")),
                    at(4, order("b", 1, 20, "an")));
            assertThat(counts.repeated()).isEqualTo(1);
            assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10", "b 20");
            assertThat(heldBack()).isEmpty();
        }
    }

    @Test
    void ofTwoVersionsInOneFileTheNewerCountsWhicheverComesFirst() {
        for (String content : List.of("1", "2")) {
            subject.load(
                    subject.feed,
                    "sales.csv",
                    content,
                    fact(order("a", 1, 10, "an"), 1),
                    fact(order("a", 1, 30, "an"), 3),
                    fact(order("a", 1, 20, "an"), 2));
            assertThat(subject.liveOrders(subject.feed)).containsExactly("a 30");
            assertThat(heldBack()).isEmpty();
        }
    }

    @Test
    void anAnswerThatContradictsItselfIsRefusedAndEarlierValuesStay() {
        subject.load(subject.feed, ENTITIES, page(fact(order("a", 1, 10, "an"))));
        subject.load(subject.feed, days(1, 9), page(fact(traffic(8, 800))));

        assertThatThrownBy(() -> subject.load(
                        subject.feed, ENTITIES, page(at(1, order("a", 1, 11, "an")), at(2, order("a", 1, 12, "an")))))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContainingAll("order a", "line 1", "line 2");
        assertThatThrownBy(() ->
                        subject.load(subject.feed, days(1, 9), page(at(1, traffic(8, 801)), at(2, traffic(8, 802)))))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContainingAll("traffic-day", "line 1", "line 2");
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10");
        assertThat(subject.rows("SELECT sessions FROM fact_traffic_day")).containsExactly("800");

        subject.load(subject.feed, days(1, 9), page(fact(traffic(8, 803)), fact(traffic(8, 803))));
        assertThat(subject.rows("SELECT sessions FROM fact_traffic_day")).containsExactly("803");
    }

    @Test
    void aFileOfWhichTooMuchIsHeldBackIsNotTakenInUntilItIsMended() {
        subject.load(subject.feed, "sales.csv", "1", fact(order("a", 1, 10, "an")));
        Slice broken = Slice.file("sales.csv", "2");
        Page bad = page(
                List.of(fact(order("a", 1, 77, "an"))),
                List.of(),
                Collections.nCopies(21, new Rejected("line 2", "gross", "1o", "not a number", "b;1o")),
                Optional.empty());
        assertThatThrownBy(() -> subject.load(subject.feed, broken, bad))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContainingAll(
                        "21 of 22", "'gross'", "not a number", "nhip quarantine list", "held-back-limit");
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10");
        assertThat(heldBack()).hasSize(21);

        StreamWriter again = subject.writer(subject.feed);
        assertThatThrownBy(() -> again.finish(again.open(broken))).isInstanceOf(ConnectorException.class);
        assertThat(heldBack()).hasSize(21);

        StreamWriter unlimited = subject.writer(subject.feed, HeldBackLimit.OFF);
        unlimited.finish(unlimited.open(broken));
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 77");
        assertThat(heldBack()).hasSize(21);

        subject.load(subject.feed, "sales.csv", "3", fact(order("a", 1, 12, "an")));
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 12");
        assertThat(heldBack()).isEmpty();
    }

    @Test
    void rowsThatContradictEachOtherCountTowardsTheLimitToo() {
        List<Envelope> sameKey = new ArrayList<>();
        for (int line = 2; line < 200; line++) {
            sameKey.add(at(line, order("a", 1, line, "an")));
        }
        Slice slice = Slice.file("sales.csv", "1");
        Page page = page(sameKey.toArray(Envelope[]::new));
        assertThatThrownBy(() -> subject.load(subject.feed, slice, page))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("'key'");
        assertThat(subject.liveOrders(subject.feed)).isEmpty();
        assertThat(heldBack()).hasSize(21);

        StreamWriter unlimited = subject.writer(subject.feed, HeldBackLimit.OFF);
        unlimited.finish(unlimited.open(slice));
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 2");
        assertThat(heldBack()).hasSize(197);
        assertThat(subject.rows("SELECT facts, quarantined FROM page")).containsExactly("1 197");
        assertThat(subject.rows("SELECT facts FROM slice")).containsExactly("1");
    }

    @Test
    void anAnswerOfWhichTooMuchIsHeldBackStopsItsReading() {
        List<Rejected> bad = Collections.nCopies(21, new Rejected("rows/2", "gross", "1o", "not a number", "b;1o"));
        Page page = page(List.of(fact(order("a", 1, 10, "an"))), List.of(), bad, Optional.empty());
        assertThatThrownBy(() -> subject.load(subject.feed, ENTITIES, page))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContainingAll("21 of 22", "rows/2", "held-back-limit");
        assertThat(subject.liveOrders(subject.feed)).isEmpty();
    }

    @Test
    void whatAnAnswerHeldBackWaitsUntilItIsReadAgainWithoutIt() {
        Rejected bad = new Rejected("rows/2", "gross", "1o", "not a number", "b;1o");
        Quarantine quarantine = new Quarantine(subject.store, subject.keys, subject.feed.workspace());
        Page page = page(List.of(fact(order("a", 1, 10, "an"))), List.of(), List.of(bad), Optional.empty());
        subject.load(subject.feed, ENTITIES, page);
        assertThat(quarantine.list(0, 10)).extracting(Quarantine.Entry::field).containsExactly("gross");
        subject.load(subject.feed, ENTITIES, page);
        assertThat(quarantine.list(0, 10)).as("read again").hasSize(1);
        subject.load(subject.feed, ENTITIES, page(fact(order("a", 1, 10, "an"))));
        assertThat(quarantine.list(0, 10)).isEmpty();
    }

    @Test
    void aFileThatIsGoneKeepsItsFactsUntilItIsForgotten() {
        subject.load(subject.feed, "january.csv", "1", fact(order("a", 1, 50, "an")));
        subject.load(subject.feed, "february.csv", "1", fact(order("a", 2, 30, "an")), fact(order("b", 3, 10, "binh")));
        subject.clean();
        Slice january = Slice.file("january.csv", "1");
        VanishedFiles vanished = new VanishedFiles(subject.store, subject.feed.workspace());

        assertThat(subject.writer(subject.feed).vanished(List.of(january))).containsExactly("february.csv");
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 30", "b 10");
        assertThat(vanished.list()).containsExactly(new VanishedFiles.Vanished("pos", "february.csv", 2));

        StreamWriter back = subject.writer(subject.feed);
        assertThat(back.vanished(List.of(january, Slice.file("february.csv", "1"))))
                .isEmpty();
        assertThat(back.open(Slice.file("february.csv", "1")).state()).isEqualTo(Reading.State.UNCHANGED);
        assertThat(vanished.list()).isEmpty();

        StreamWriter writer = subject.writer(subject.feed);
        assertThat(writer.forget("march.csv")).isFalse();
        assertThat(writer.forget("february.csv")).isTrue();
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 50");
        assertThat(subject.dirty(subject.feed))
                .containsExactly(
                        "day order 2026-03-01",
                        "day order 2026-03-02",
                        "day order 2026-03-03",
                        "person 1 ",
                        "person 2 ");
        assertThat(subject.rows("SELECT complete_through FROM stream WHERE complete_through IS NOT NULL"))
                .containsExactly("2026-03-01");
        assertThat(writer.open(Slice.file("february.csv", "1")).state()).isEqualTo(Reading.State.READING);
    }

    private List<Quarantine.Entry> heldBack() {
        return new Quarantine(subject.store, subject.keys, subject.feed.workspace()).list(0, 1_000);
    }

    private static Envelope at(int line, Fact fact) {
        return new Envelope(fact, 0, "line " + line);
    }

    static Slice days(int first, int last) {
        return Slice.days(new DayRange(LocalDate.of(2026, 3, first), LocalDate.of(2026, 3, last)));
    }
}
