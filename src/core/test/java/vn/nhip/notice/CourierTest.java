package vn.nhip.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorException;
import vn.nhip.store.Outbox.State;

@SuppressWarnings("NullAway.Init") // set before each test
class CourierTest {

    @TempDir
    Path folder;

    private PostRoom room;

    @BeforeEach
    void open() {
        room = new PostRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** Writes down what it was given; may be away. */
    private static final class Box implements Channel {
        private final String id;
        private final List<List<String>> messages = new ArrayList<>();
        private Optional<RuntimeException> away = Optional.empty();

        Box(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String receivers() {
            return id;
        }

        @Override
        public void send(List<Letter> letters) {
            away.ifPresent(failure -> {
                throw failure;
            });
            messages.add(letters.stream().map(Letter::id).toList());
        }
    }

    @Test
    void whatHappensTogetherIsToldTogetherAndOnce() {
        Box mail = new Box("mail");
        assertThat(room.failed("ads")).isTrue();
        assertThat(room.failed("ads")).as("the same account on the same day").isFalse();
        room.failed("site");
        Courier courier = room.courier(mail);
        courier.send(Duration.ofMinutes(15));
        assertThat(mail.messages).as("not before a while").isEmpty();
        room.pass(Duration.ofMinutes(15));
        courier.send(Duration.ofMinutes(15));
        courier.send(Duration.ZERO);
        assertThat(mail.messages).containsExactly(List.of("sync-failed/ads/2026-11-23", "sync-failed/site/2026-11-23"));
        assertThat(room.last().state()).isEqualTo(State.SENT);
        assertThat(room.last().delivered()).containsExactly("mail");
    }

    @Test
    void aChannelThatIsAwayIsTriedLaterAndLaterWhileTheOtherHearsOnce() {
        Box mail = new Box("mail");
        Box webhook = new Box("webhook");
        mail.away = Optional.of(ConnectorException.access("the mail server refuses the password"));
        room.failed("ads");
        Courier courier = room.courier(mail, webhook);
        courier.send(Duration.ZERO);
        assertThat(room.last().failure()).isEqualTo("mail: the mail server refuses the password");
        assertThat(room.last().delivered()).containsExactly("webhook");
        courier.send(Duration.ZERO);
        assertThat(room.last().attempts()).as("not before its time").isEqualTo(1);
        room.pass(Duration.ofMinutes(2));
        courier.send(Duration.ZERO);
        assertThat(room.last().attempts()).isEqualTo(2);
        room.pass(Duration.ofMinutes(4));
        mail.away = Optional.empty();
        courier.send(Duration.ZERO);
        assertThat(mail.messages).hasSize(1);
        assertThat(webhook.messages).hasSize(1);
        assertThat(room.last().state()).isEqualTo(State.SENT);
    }

    @Test
    void afterThreeDaysItIsGivenUpAndAnInstallationThatWasOffSendsNothingOld() {
        Box mail = new Box("mail");
        room.failed("ads");
        room.pass(Duration.ofDays(3).plusSeconds(1));
        room.failed("site");
        room.courier(mail).send(Duration.ZERO);
        assertThat(mail.messages).containsExactly(List.of("sync-failed/site/2026-11-23"));
        assertThat(room.outbox.last(2)).extracting(entry -> entry.state()).containsExactly(State.SENT, State.GIVEN_UP);
    }

    @Test
    void whereNobodyIsToBeToldNothingIsSentWhenSomebodyIsLater() {
        Box mail = new Box("mail");
        room.failed("ads");
        room.courier().send(Duration.ZERO);
        assertThat(room.last().state()).isEqualTo(State.KEPT);
        room.courier(mail).send(Duration.ZERO);
        assertThat(mail.messages).isEmpty();
    }

    @Test
    void whoDiesWhileSendingLeavesItDueWithTheSameId() {
        Box dying = new Box("mail");
        dying.away = Optional.of(new IllegalStateException("the process dies"));
        room.failed("ads");
        assertThatThrownBy(() -> room.courier(dying).send(Duration.ZERO)).hasMessage("the process dies");
        Box mail = new Box("mail");
        room.courier(mail).send(Duration.ZERO);
        assertThat(mail.messages).as("claimed by the one who died").isEmpty();
        room.pass(Duration.ofMinutes(5));
        room.courier(mail).send(Duration.ZERO);
        assertThat(mail.messages).containsExactly(List.of("sync-failed/ads/2026-11-23"));
    }
}
