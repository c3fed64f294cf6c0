package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhip.cli.NhipRun.answering;
import static vn.nhip.cli.NhipRun.nhip;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;

/** What people hear of nights, by real mail. */
@SuppressWarnings("NullAway.Init") // set before each test
class NoticesTest {

    @TempDir
    Path folder;

    private Path home;
    private LoopbackPlatform platform;
    private GreenMail server;

    @BeforeEach
    void open() throws IOException {
        home = folder.resolve("home");
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        platform = new LoopbackPlatform("client-secret-1", "developer-1").pasted("pasted-1");
        platform.operate(home);
        nhip(home, "init", "--yes", "--name", "Shop", "--language", "en").done();
    }

    @AfterEach
    void close() {
        platform.close();
        server.stop();
    }

    @Test
    void aNightIsToldAndAConnectionThatDiesAsksOnceHoweverManyAccountsAndNightsItConcerns() throws Exception {
        receivers();
        Path token = Files.writeString(folder.resolve("token"), "pasted-1");
        Path developer = Files.writeString(folder.resolve("developer"), "developer-1");
        nhip(
                        home,
                        "connect",
                        "loopback-ads",
                        "--token-file",
                        token.toString(),
                        "--secret-file",
                        "developer-token=" + developer)
                .done();
        nhip(home, "accounts", "add", "loopback", "11", "12").done();
        night(0);
        assertThat(subjects())
                .singleElement()
                .asString()
                .startsWith("Shop: Numbers of the day from")
                .contains("(+");

        platform.withdrawAfter(platform.reports() + 3);
        night(1);
        night(2);
        assertThat(subjects())
                .filteredOn(subject -> subject.contains("Connect loopback again"))
                .hasSize(1);
        assertThat(nhip(home, "notices").done().out()).contains("Connect loopback again", "by mail");
    }

    @Test
    void aWorkbookThatCannotBeWrittenIsToldOnceADayAndWrittenWhenItCan() throws Exception {
        receivers();
        Path config = home.resolve("config/nhip.yaml");
        String text = Files.readString(config).replaceFirst("(?m)^#?export: .*$", "export: {folder: reports}");
        Files.writeString(config, text);
        Path inTheWay = Files.writeString(home.resolve("reports"), "a file where the folder should be");
        night(Duration.ZERO);
        night(Duration.ofMinutes(16));
        night(Duration.ofMinutes(32));
        assertThat(failures()).hasSize(1);
        night(Duration.ofDays(1).plusHours(1));
        assertThat(failures()).hasSize(2);

        Files.delete(inTheWay);
        night(Duration.ofDays(1).plusHours(2));
        assertThat(home.resolve("reports/kpi_shop.xlsx")).exists();
        assertThat(failures()).hasSize(2);
    }

    private List<String> failures() throws MessagingException, IOException {
        List<String> failures = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            String text = mail.getSubject() + "\n" + mail.getContent();
            if (text.contains("could not be written")) {
                failures.add(text);
            }
        }
        return failures;
    }

    @Test
    void aTestShowsThatItArrivesOrWhatIsWrong() throws Exception {
        NhipRun nobody = nhip(home, "notices", "--test");
        assertThat(nobody.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(nobody.err()).contains("notices");
        receivers();
        assertThat(nhip(home, "notices", "--test").done().out())
                .contains("the server took the message (a@shop.example)");
        assertThat(subjects()).containsExactly("Shop: A test");
        server.stop();
        assertThat(nhip(home, "notices", "--test").code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void mailWithoutAServerIsAMistakeInAFileAndTheWebhooksAddressAConnection() throws IOException {
        configure("notices: {mail: [a@shop.example]}");
        NhipRun run = nhip(home, "kpi");
        assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(run.err()).contains("operator.yaml names no mail server");
        configure("notices: {webhook: true}");
        assertThat(nhip(home, "notices", "--test").out()).contains("nhip connect");
        answering(List.of("https://hooks.shop.example/secret-path"), home, "connect", "webhook")
                .done();
        assertThat(nhip(home, "connect", "--list").out()).contains("webhook").doesNotContain("secret-path");
    }

    private void night(int number) {
        night(Duration.ofDays(number));
    }

    private void night(Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        try (Workplace workplace = Workplace.open(new Home(home), clock)) {
            workplace.nightShift(Runnable::run).tick().join();
        }
    }

    private void receivers() throws IOException {
        configure("notices: {mail: [a@shop.example]}");
        Path operator = home.resolve("config/operator.yaml");
        Files.writeString(
                operator,
                Files.readString(operator) + "mail: {host: 127.0.0.1, port: "
                        + server.getSmtp().getPort() + ", security: none, from: nhip@shop.example}\n");
    }

    private void configure(String notices) throws IOException {
        Path config = home.resolve("config/nhip.yaml");
        Files.writeString(config, Files.readString(config).replaceFirst("(?m)^#?notices: .*$", notices));
    }

    private List<String> subjects() throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            subjects.add(mail.getSubject());
        }
        return subjects;
    }
}
