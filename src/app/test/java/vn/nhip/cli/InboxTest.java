package vn.nhip.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nhip.cli.NhipRun.nhip;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.app.Home;
import vn.nhip.app.Inboxes;
import vn.nhip.app.Inboxes.Answer;
import vn.nhip.app.Workplace;
import vn.nhip.spi.Delivery;

/** From a form that somebody sends to a lead in the numbers. */
@SuppressWarnings("NullAway.Init") // set before each test
class InboxTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @TempDir
    Path home;

    @BeforeEach
    void open() throws IOException {
        nhip(home, "init", "--yes", "--name", "Shop", "--language", "en").done();
        nhip(home, "connect", "inbox", "--new-secret").done();
        Files.createDirectories(home.resolve("mappings"));
        Files.copy(
                Path.of(System.getProperty("nhip.root"), "config/examples/inbox/contact-form.facts.yaml"),
                home.resolve("mappings/form.facts.yaml"));
        Path config = home.resolve("config/nhip.yaml");
        Files.writeString(
                config,
                Files.readString(config)
                        .replaceFirst(
                                "(?m)^accounts:.*$",
                                "accounts:\n  form: {connector: inbox, connection: inbox, settings: {mapping:"
                                        + " mappings/form.facts.yaml, thanks: 'https://shop.example/thanks'}}"));
    }

    @Test
    void aFormIsKeptOnceAndIsALeadAfterTheNextSync() {
        assertThat(nhip(home, "inbox").done().out()).contains("form", Inboxes.PATH);
        assertThat(send(address(), FORM, "phone=0901234567")).isEqualTo(Answer.KEPT);
        assertThat(send(address(), FORM, "phone=0901234567")).isEqualTo(Answer.KNOWN);
        assertThat(send(address(), FORM, "email=binh%40example.com")).isEqualTo(Answer.KEPT);

        nhip(home, "sync").done();
        nhip(home, "sync").done();
        String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        NhipRun kpi = nhip(home, "kpi", "--json", "--kpi", "leads", "--from", today, "--to", today)
                .done();
        assertThat(kpi.byStart())
                .hasEntrySatisfying(
                        today, value -> assertThat(value.get("value").asText()).isEqualTo("2"));
        assertThat(nhip(home, "explain", "leads", today).done().out())
                .contains("deliveries of " + today)
                .doesNotContain("0901234567", "binh@example.com");
        assertThat(nhip(home, "inbox").done().out()).containsPattern("form +/in/\\S+ +2 +2");
    }

    @Test
    void e30TheSamePersonByFormCallAndCrmIsOneLead() throws IOException {
        Path root = Path.of(System.getProperty("nhip.root"), "config/examples/inbox");
        Files.copy(root.resolve("omicall.facts.yaml"), home.resolve("mappings/calls.facts.yaml"));
        Files.writeString(
                home.resolve("mappings/crm.facts.yaml"),
                Files.readString(root.resolve("contact-form.facts.yaml")).replace("'form'", "'crm'"));
        Path config = home.resolve("config/nhip.yaml");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace(
                                "accounts:\n",
                                """
                                sources-of-truth: {lead: [form, calls, crm]}
                                accounts:
                                  calls: {connector: inbox, connection: inbox, settings: {mapping: mappings/calls.facts.yaml}}
                                  crm: {connector: inbox, connection: inbox, settings: {mapping: mappings/crm.facts.yaml}}
                                """));

        send(address("form"), FORM, "phone=0901+234+567");
        send(
                address("calls"),
                "application/json",
                "{\"transaction_id\":\"c1\",\"direction\":\"inbound\",\"phone_number\":\"84901234567\",\"created_date\":"
                        + Clock.systemUTC().millis() + "}");
        send(address("crm"), FORM, "phone=%2B84-901-234-567&email=An%40Example.COM");
        send(address("crm"), FORM, "email=an%40example.com");
        nhip(home, "sync").done();

        assertThat(today("inquiries")).isEqualTo("4");
        assertThat(today("leads")).isEqualTo("1");
    }

    private String today(String kpi) {
        String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
        NhipRun run = nhip(home, "kpi", "--json", "--kpi", kpi, "--from", today, "--to", today)
                .done();
        return Objects.requireNonNull(run.byStart().get(today)).get("value").asText();
    }

    @Test
    void whoKnowsNoAddressOrSendsSomethingElseLearnsNothingAndLeavesNothing() {
        assertThat(send(Inboxes.PATH + "guess", FORM, "phone=1")).isEqualTo(Answer.UNKNOWN_ADDRESS);
        assertThat(send(address(), "text/plain", "phone=1")).isEqualTo(Answer.UNSUPPORTED);
        assertThat(nhip(home, "inbox").done().out()).containsPattern("form +/in/\\S+ +0 +0");
    }

    @Test
    void anAccountWhoseConnectorIsBrokenStopsNeitherDeliveriesNorOtherAccounts() throws IOException {
        Path broken = home.resolve("config/connectors/broken/manifest.yaml");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "version: 6.44.0\ntype: Nonsense\n");
        Path config = home.resolve("config/nhip.yaml");
        Files.writeString(
                config, Files.readString(config).replace("accounts:\n", "accounts:\n  bad: {connector: broken}\n"));

        assertThat(send(address(), FORM, "phone=0901234567")).isEqualTo(Answer.KEPT);
        NhipRun sync = nhip(home, "sync");
        assertThat(sync.code()).isEqualTo(ExitCode.FAILED);
        assertThat(sync.out() + sync.err()).contains("bad", "cannot be used", "manifest.yaml");
        assertThat(nhip(home, "runs").done().out()).contains("form");
        assertThat(nhip(home, "doctor").out()).contains("connector broken: ", "form: complete through");
    }

    @Test
    void whatTheMappingCannotReadWaitsInQuarantine() {
        send(address(), "application/json", "{broken");
        send(address(), FORM, "phone=0901234567");
        assertThat(nhip(home, "sync").done().out()).contains("1 records could not be read");
        assertThat(nhip(home, "quarantine", "list").done().out()).contains("form", "broken JSON");
    }

    private Answer send(String path, String type, String body) {
        try (Workplace workplace = Workplace.open(new Home(home), Clock.systemUTC())) {
            Inboxes.Reply reply = workplace
                    .inboxes()
                    .receive(
                            path,
                            new Delivery(
                                    "POST",
                                    URI.create("http://127.0.0.1" + path),
                                    Map.of("Content-Type", type),
                                    body.getBytes(StandardCharsets.UTF_8),
                                    Clock.systemUTC().instant()));
            return reply.answer();
        }
    }

    private String address() {
        return address("form");
    }

    private String address(String account) {
        try (Workplace workplace = Workplace.openToRead(new Home(home), Clock.systemUTC())) {
            return workplace.inboxes().doors().stream()
                    .filter(door -> door.account().equals(account))
                    .findFirst()
                    .orElseThrow()
                    .path();
        }
    }
}
