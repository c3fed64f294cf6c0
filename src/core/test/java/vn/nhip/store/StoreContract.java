package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nhip.store.Samples.order;
import static vn.nhip.store.Samples.traffic;
import static vn.nhip.store.Subject.fact;
import static vn.nhip.store.Subject.page;
import static vn.nhip.store.Subject.pageBefore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Page;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Slice;

/** What every store keeps; subclassed once per database, and run against deliberately broken ones. */
abstract class StoreContract extends InboxContract {

    @Test
    void migrationsRunFromEmpty() {
        assertThat(subject.rows("SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history"))
                .containsExactly(Integer.toString(Schema.VERSION));
        for (FactKind kind : FactKind.values()) {
            FactTable table = FactTable.of(kind);
            String columns = String.join(", ", FactTable.COMMON) + ", " + String.join(", ", table.columns());
            assertThat(subject.rows("SELECT " + columns + " FROM " + table.name()))
                    .isEmpty();
        }
    }

    @Test
    void anOccasionIsNoticedOnceAndOnlyWithWhatItTellsOf() {
        Notices notices = new Notices(subject.store, Subject.CLOCK);
        Notice failed = new Notice(Notice.Kind.SYNC_FAILED, "pos/2026-03-31", Map.of("account", "pos"));
        assertThat(notices.record(subject.feed.workspace(), failed)).isTrue();
        assertThat(notices.record(subject.feed.workspace(), failed)).isFalse();
        assertThat(notices.record(subject.sameNameElsewhere.workspace(), failed))
                .isTrue();

        Notice undone = new Notice(Notice.Kind.RECONNECT, "google", Map.of());
        assertThatThrownBy(() -> subject.store.write(handle -> {
                    notices.write(handle, subject.feed.workspace(), undone);
                    throw new IllegalStateException("the commit fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(subject.rows("SELECT workspace_id, dedupe_key, kind, payload, state FROM outbox ORDER BY 1"))
                .containsExactly(
                        "1 sync-failed/pos/2026-03-31 sync-failed {\"account\":\"pos\"} new",
                        "2 sync-failed/pos/2026-03-31 sync-failed {\"account\":\"pos\"} new");
    }

    @Test
    void theSameFactsAgainChangeNothing() {
        subject.load(subject.feed, ENTITIES, page(fact(order("a", 1, 10, "an"))));
        subject.clean();
        RunCounts again = subject.load(subject.feed, ENTITIES, page(fact(order("a", 1, 10, "an"))));

        assertThat(again.changed()).isZero();
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10");
        assertThat(subject.dirty(subject.feed)).isEmpty();
    }

    /** A source writes 20.0 one night and 20.000 the next: the money is the same, and nothing was restated. */
    @Test
    void e07TheSameAmountWrittenOtherwiseChangesNothing() {
        Slice day = new Slice("all", Optional.empty(), Optional.empty(), false);
        subject.load(subject.feed, day, page(fact(rate("25000.0"))));
        subject.clean();
        assertThat(subject.load(subject.feed, day, page(fact(rate("25000.000"))))
                        .changed())
                .isZero();
        assertThat(subject.load(subject.feed, day, page(fact(rate("25000.5")))).changed())
                .isOne();
    }

    private static ExchangeRate rate(String rate) {
        return new ExchangeRate(
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 1),
                Currency.getInstance("USD"),
                Currency.getInstance("VND"),
                new BigDecimal(rate));
    }

    @Test
    void factsAndCursorAreCommittedTogetherOrNotAtAll() {
        StreamWriter writer = subject.writer(subject.feed);
        Reading reading = writer.open(ENTITIES);
        subject.store.write(handle -> handle.execute("UPDATE slice SET version = version + 1"));

        assertThatThrownBy(() -> writer.commit(reading, pageBefore("2", fact(order("a", 1, 10, "an")))))
                .isInstanceOf(LeaseLostException.class);
        assertThat(subject.liveOrders(subject.feed)).isEmpty();
        assertThat(subject.rows("SELECT id FROM page")).isEmpty();

        Reading fresh = writer.open(ENTITIES);
        writer.commit(fresh, pageBefore("2", fact(order("a", 1, 10, "an"))));
        assertThat(subject.rows("SELECT cursor, next_seq FROM slice")).containsExactly("2 1");
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10");
    }

    @Test
    void anOlderVersionNeverOverwritesANewerOne() {
        subject.load(subject.feed, ENTITIES, page(fact(order("a", 1, 50, "an"), 5)));
        subject.load(subject.feed, ENTITIES, page(fact(order("a", 1, 30, "an"), 3)));
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 50");

        subject.load(subject.feed, ENTITIES, page(fact(order("a", 1, 60, "an"), 6)));
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 60");
    }

    @Test
    void ofTwoFilesTheNewerVersionCountsAndTheOtherTakesOverWhenItGoes() {
        subject.load(subject.feed, "january.csv", "1", fact(order("a", 1, 50, "an"), 5));
        subject.load(subject.feed, "february.csv", "1", fact(order("a", 2, 30, "an"), 3));
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 50");

        subject.load(subject.feed, "january.csv", "2", fact(order("b", 1, 10, "an")));
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 30", "b 10");
    }

    @Test
    void stagedFactsAreInvisibleUntilTheSwap() {
        StreamWriter writer = subject.writer(subject.feed);
        Reading reading = writer.open(Slice.file("sales.csv", "1"));
        reading = writer.commit(reading, pageBefore("2", fact(order("a", 1, 10, "an"))));
        reading = writer.commit(reading, page(fact(order("b", 1, 20, "an"))));
        assertThat(subject.liveOrders(subject.feed)).isEmpty();
        assertThat(subject.dirty(subject.feed)).isEmpty();

        writer.finish(reading);
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10", "b 20");
        assertThat(subject.rows("SELECT seq FROM staged_page")).isEmpty();
    }

    @Test
    void aCorrectedFileReplacesItsEarlierContentExactly() {
        subject.load(subject.feed, "sales.csv", "1", fact(order("a", 1, 10, "an"), 9), fact(order("b", 1, 20, "an")));
        RunCounts counts = subject.load(
                subject.feed, "sales.csv", "2", fact(order("a", 1, 11, "an")), fact(order("c", 1, 30, "an")));

        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 11", "c 30");
        assertThat(counts.changed()).isEqualTo(2);
        assertThat(counts.removed()).isEqualTo(1);
    }

    @Test
    void theSameContentIsNotReadAgain() {
        subject.load(subject.feed, "sales.csv", "1", fact(order("a", 1, 10, "an")));
        assertThat(subject.writer(subject.feed)
                        .open(Slice.file("sales.csv", "1"))
                        .state())
                .isEqualTo(Reading.State.UNCHANGED);
        assertThat(subject.writer(subject.feed)
                        .open(Slice.file("sales.csv", "2"))
                        .state())
                .isEqualTo(Reading.State.READING);
    }

    @Test
    void earlierContentThatComesBackIsReadAnew() {
        subject.load(subject.feed, "sales.csv", "1", fact(order("a", 1, 10, "an")));
        subject.load(subject.feed, "sales.csv", "2", fact(order("a", 1, 99, "an")));
        subject.load(subject.feed, "sales.csv", "1", fact(order("a", 1, 10, "an")));
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10");
    }

    @Test
    void dirtyMarksNameWhatChangedAndNothingElse() {
        subject.load(
                subject.feed,
                "sales.csv",
                "1",
                fact(order("a", 1, 10, "an")),
                fact(order("b", 2, 20, "binh")),
                fact(order("c", 3, 30, "chi")));
        assertThat(subject.dirty(subject.feed))
                .containsExactly(
                        "day order 2026-03-01",
                        "day order 2026-03-02",
                        "day order 2026-03-03",
                        "person 1 ",
                        "person 2 ",
                        "person 3 ");
        subject.clean();
        subject.load(
                subject.feed,
                "sales.csv",
                "2",
                fact(order("a", 1, 10, "an")),
                fact(order("b", 5, 20, "dung")),
                fact(order("c", 3, 30, "chi")));
        assertThat(subject.dirty(subject.feed))
                .containsExactly("day order 2026-03-02", "day order 2026-03-05", "person 2 ", "person 4 ");
    }

    @Test
    void anOrderAlsoMarksItsTwinInAnotherAccount() {
        Feed web = subject.feed("first", "web", "files");
        subject.load(
                web, "web.csv", "1", fact(order("w-1", "1001", 7, 10, "an")), fact(order("w-2", "1002", 8, 10, "an")));
        subject.clean();
        subject.load(subject.feed, "pos.csv", "1", fact(order("p-1", "1001", 9, 10, "an")));
        assertThat(subject.dirty(subject.feed))
                .containsExactly("day order 2026-03-07", "day order 2026-03-09", "person 1 ", "person 2 ");
    }

    @Test
    void anotherWorkspaceIsNeverTouched() {
        subject.load(subject.feed, "sales.csv", "1", fact(order("a", 1, 10, "an")), fact(order("b", 1, 10, "an")));
        subject.load(
                subject.sameNameElsewhere,
                "sales.csv",
                "1",
                fact(order("a", 1, 77, "an")),
                fact(order("b", 1, 88, "an")));
        subject.clean();
        subject.load(subject.feed, "sales.csv", "2", fact(order("a", 1, 12, "an")));

        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 12");
        assertThat(subject.liveOrders(subject.sameNameElsewhere)).containsExactly("a 77", "b 88");
        assertThat(subject.dirty(subject.sameNameElsewhere)).isEmpty();
    }

    @Test
    void aRunThatLostItsLeaseChangesNothing() {
        StreamWriter zombie = subject.writer(subject.feed);
        Reading reading = zombie.open(ENTITIES);
        subject.writer(subject.feed);

        assertThatThrownBy(() -> zombie.commit(reading, page(fact(order("a", 1, 10, "an")))))
                .isInstanceOf(LeaseLostException.class);
        assertThat(subject.liveOrders(subject.feed)).isEmpty();
    }

    @Test
    void aStreamIsReadByOneRunAtATime() {
        Run first = subject.run(subject.feed);
        Runs runs = new Runs(subject.store, Subject.CLOCK);
        assertThat(runs.start(subject.feed, Subject.CLOCK.instant().plusSeconds(99)))
                .isEmpty();
        runs.end(first, RunCounts.NONE, Runs.End.SUCCEEDED);
        assertThat(runs.start(subject.feed, Subject.CLOCK.instant().plusSeconds(99)))
                .isPresent();
    }

    @Test
    void theSamePageTwiceIsTakenOnce() {
        StreamWriter writer = subject.writer(subject.feed);
        Reading reading = writer.open(ENTITIES);
        Page page = pageBefore("2", fact(order("a", 1, 10, "an")));
        writer.commit(reading, page);
        assertThatCode(() -> writer.commit(reading, page)).doesNotThrowAnyException();

        assertThat(subject.rows("SELECT seq FROM page")).containsExactly("0");
        assertThat(subject.rows("SELECT next_seq FROM slice")).containsExactly("1");
        assertThat(writer.counts().records()).isEqualTo(1);
    }

    @Test
    void readingGoesOnAfterTheLastCommittedPage() {
        StreamWriter writer = subject.writer(subject.feed);
        Slice slice = Slice.file("sales.csv", "1");
        writer.commit(writer.open(slice), pageBefore("2", fact(order("a", 1, 10, "an"))));

        StreamWriter next = subject.writer(subject.feed);
        Reading resumed = next.open(slice);
        assertThat(resumed.after().orElseThrow().value()).isEqualTo("2");
        next.finish(next.commit(resumed, page(fact(order("b", 1, 20, "an")))));
        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10", "b 20");
    }

    @Test
    void aWindowReplacesItsDaysOfItsStreamOnly() {
        Feed other = subject.feed("first", "pos", "breakdown");
        subject.load(other, days(1, 9), page(fact(traffic(8, 800))));
        subject.load(subject.feed, days(1, 3), page(fact(traffic(1, 10)), fact(traffic(2, 20)), fact(traffic(3, 30))));
        subject.load(subject.feed, days(2, 9), page(fact(traffic(3, 33))));

        assertThat(subject.rows("SELECT day, sessions FROM fact_traffic_day ORDER BY day"))
                .containsExactly("2026-03-01 10", "2026-03-03 33", "2026-03-08 800");
        assertThat(subject.rows("SELECT complete_through FROM stream WHERE id = ?", subject.feed.stream()))
                .contains("2026-03-09");
    }

    @Test
    void whatTheSourceSaysIsGoneGoes() {
        subject.load(subject.feed, ENTITIES, page(fact(order("a", 1, 10, "an")), fact(order("b", 2, 20, "an"))));
        subject.clean();
        List<Page.Removed> gone = List.of(new Page.Removed(FactKind.ORDER, "b"), new Page.Removed(FactKind.ORDER, "z"));
        subject.load(subject.feed, ENTITIES, page(List.of(), gone, List.of(), Optional.empty()));

        assertThat(subject.liveOrders(subject.feed)).containsExactly("a 10");
        assertThat(subject.dirty(subject.feed)).containsExactly("day order 2026-03-02", "person 1 ");
    }

    @Test
    void quarantineIsReplacedWithItsFile() {
        Rejected first = new Rejected("line 2", "gross", "1o", "not a number", "a;1o");
        Rejected second = new Rejected("line 3", "gross", "2o", "not a number", "b;2o");
        Slice slice = Slice.file("sales.csv", "1");
        subject.load(subject.feed, slice, page(List.of(), List.of(), List.of(first, second), Optional.empty()));
        Quarantine quarantine = new Quarantine(subject.store, subject.keys, subject.feed.workspace());
        assertThat(quarantine.list(0, 10)).extracting(Quarantine.Entry::raw).containsExactly("a;1o", "b;2o");
        assertThat(subject.rows("SELECT at FROM quarantine WHERE CAST(raw AS TEXT) LIKE '%1o%'"))
                .isEmpty();

        subject.load(
                subject.feed,
                Slice.file("sales.csv", "2"),
                page(List.of(), List.of(), List.of(second), Optional.empty()));
        assertThat(quarantine.list(0, 10)).extracting(Quarantine.Entry::raw).containsExactly("b;2o");
    }
}
