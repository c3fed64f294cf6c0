package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Deliveries;

/** What every store keeps of what sources send of their own accord. */
abstract class InboxContract extends KeyContract {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant LATE = Instant.parse("2026-03-30T18:00:00Z");

    @Test
    void aDeliveryIsKeptSealedOnceAndComesBackOnTheAccountsDay() {
        Inbox inbox = inbox();
        assertThat(inbox.keep(delivery("a", "secret words"), ZONE)).isTrue();
        assertThat(inbox.keep(delivery("a", "other words"), ZONE))
                .as("a repetition")
                .isFalse();
        Deliveries kept = inbox.of("form");
        LocalDate day = LocalDate.of(2026, 3, 31);
        assertThat(kept.days()).extracting(Deliveries.Arrival::day).containsExactly(day);
        assertThat(texts(kept.after(day, 0, 10))).containsExactly("secret words");
        assertThat(inbox.of("another").days()).isEmpty();
        byte[] stored = subject.store.read(handle ->
                handle.createQuery("SELECT body FROM inbox").mapTo(byte[].class).one());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("secret words");
    }

    @Test
    void aDaysMarkChangesWithEveryDeliveryOfIt() {
        Inbox inbox = inbox();
        inbox.keep(delivery("a", "1"), ZONE);
        String before = inbox.of("form").days().get(0).mark();
        inbox.keep(delivery("a", "1"), ZONE);
        assertThat(inbox.of("form").days().get(0).mark()).isEqualTo(before);
        inbox.keep(delivery("b", "2"), ZONE);
        assertThat(inbox.of("form").days().get(0).mark()).isNotEqualTo(before);
    }

    @Test
    void whatHasExpiredIsNotOfferedAgainAndALateRepetitionIsStillKnown() {
        Inbox inbox = inbox();
        inbox.keep(delivery("a", "1"), ZONE);
        Clock later = Clock.offset(Subject.CLOCK, Duration.ofDays(34));
        assertThat(inbox.expire(later)).isZero();
        assertThat(inbox.expire(Clock.offset(Subject.CLOCK, Duration.ofDays(37))))
                .isOne();
        assertThat(inbox.of("form").days()).isEmpty();
        assertThat(inbox.keep(delivery("a", "1"), ZONE)).isFalse();
    }

    @Test
    void twoThatArriveAtOnceUnderOneIdAreOne() throws Exception {
        Inbox inbox = inbox();
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> all = List.of(
                    () -> inbox.keep(delivery("x", "1"), ZONE),
                    () -> inbox.keep(delivery("x", "1"), ZONE),
                    () -> inbox.keep(delivery("x", "1"), ZONE),
                    () -> inbox.keep(delivery("x", "1"), ZONE));
            long kept = 0;
            for (Future<Boolean> answer : senders.invokeAll(all)) {
                kept += answer.get() ? 1 : 0;
            }
            assertThat(kept).isOne();
        } finally {
            senders.shutdown();
        }
    }

    private Inbox inbox() {
        return new Inbox(subject.store, subject.keys, subject.feed.workspace());
    }

    private static Inbox.Accepted delivery(String id, String text) {
        return new Inbox.Accepted("form", id, LATE, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(List<Deliveries.Kept> kept) {
        return kept.stream()
                .map(one -> new String(one.body(), StandardCharsets.UTF_8))
                .toList();
    }
}
