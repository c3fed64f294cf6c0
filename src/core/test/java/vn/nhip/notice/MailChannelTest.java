package vn.nhip.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.config.MailServer;
import vn.nhip.config.MailServer.Security;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Secret;

@SuppressWarnings("NullAway.Init") // set before each test
class MailChannelTest {

    private static final String PASSWORD = "password-that-nobody-may-see";

    @TempDir
    Path folder;

    private GreenMail server;
    private PostRoom room;

    @BeforeEach
    void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        room = new PostRoom(folder);
    }

    @AfterEach
    void close() {
        server.stop();
        room.close();
    }

    @Test
    void aNoticeArrivesInPlainTextWithAllItsLetters() throws MessagingException, IOException {
        room.failed("Cửa hàng Mẫu");
        room.failed("site");
        room.courier(channel("Cửa hàng\r\nBcc: other@shop.example", "a@shop.example", "b@shop.example"))
                .send(Duration.ZERO);
        assertThat(server.getReceivedMessages()).hasSize(2);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Cửa hàng Bcc: other@shop.example: Không đọc được Cửa hàng Mẫu (+1)");
        assertThat(mail.getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("Không đọc được Cửa hàng Mẫu\n\nthe source is away\n\nKhông đọc được site\n\n"
                        + "the source is away");
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("a@shop.example", "b@shop.example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("nhip@shop.example");
        assertThat(mail.getSentDate().toInstant()).isEqualTo(PostRoom.START);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).startsWith("text/plain");
    }

    @Test
    void theSameNoticesHaveTheSameMessageIdAgain() throws MessagingException {
        MailChannel channel = channel("Shop", "a@shop.example");
        channel.send(List.of(letter("1")));
        channel.send(List.of(letter("1")));
        channel.send(List.of(letter("2")));
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID()).isNotEqualTo(mails[2].getMessageID());
    }

    @Test
    void aServerThatCannotEncryptGetsNeitherPasswordNorMail() {
        MailChannel channel = new MailChannel(
                server(Security.STARTTLS, Optional.of("user")),
                List.of("a@shop.example"),
                "Shop",
                () -> Secret.of(PASSWORD),
                room.clock);
        assertThatThrownBy(() -> channel.send(List.of(letter("1"))))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessageContaining("did not take the message")
                .hasMessageNotContaining(PASSWORD);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayOrRefusesTheUserIsNamedWithWhatToDo() {
        server.getUserManager().setAuthRequired(true);
        server.setUser("user", "another password");
        MailChannel wrong = new MailChannel(
                server(Security.NONE, Optional.of("user")),
                List.of("a@shop.example"),
                "Shop",
                () -> Secret.of(PASSWORD),
                room.clock);
        assertThatThrownBy(() -> wrong.send(List.of(letter("1"))))
                .hasMessageContaining("nhip connect mail")
                .hasMessageNotContaining(PASSWORD);
        MailChannel away = channel("Shop", "a@shop.example");
        server.stop();
        assertThatThrownBy(() -> away.send(List.of(letter("1"))))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("127.0.0.1");
    }

    private MailChannel channel(String business, String... to) {
        return new MailChannel(
                server(Security.NONE, Optional.empty()),
                List.of(to),
                business,
                () -> {
                    throw new AssertionError("no password is needed");
                },
                room.clock);
    }

    private MailServer server(Security security, Optional<String> user) {
        return new MailServer("127.0.0.1", server.getSmtp().getPort(), security, "nhip@shop.example", user);
    }

    private static Letter letter(String id) {
        return new Letter(id, "sync-failed", Instant.EPOCH, new Letter.Words("Title", "Text"), Map.of());
    }
}
