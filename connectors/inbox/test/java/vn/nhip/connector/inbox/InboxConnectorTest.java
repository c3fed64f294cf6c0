package vn.nhip.connector.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.kit.docs.SpecTables;
import vn.nhip.spi.Access;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Lead;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Site;
import vn.nhip.spi.Slice;

class InboxConnectorTest {

    private static final Path ROOT = Path.of(System.getProperty("nhip.root"));
    private static final Path EXAMPLES = ROOT.resolve("config/examples/inbox");
    private static final String FORM = "application/x-www-form-urlencoded;charset=utf-8";
    private static final DayRange NOVEMBER = new DayRange(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));

    @TempDir
    Path folder;

    @Test
    void aFormWithoutAnyScriptIsALeadWithItsPersonAndTheTimeItCame() {
        GivenDeliveries came = new GivenDeliveries()
                .add("2026-11-20T02:00:00Z", FORM, "name=An&phone=0901%20234%20567&email=&message=Xin+ch%C3%A0o")
                .add("2026-11-20T18:30:00Z", FORM, "name=B%C3%ACnh&email=binh%40example.com&phone=");
        List<Page> pages = readAll(EXAMPLES.resolve("contact-form.facts.yaml"), came);
        List<Lead> leads = pages.stream()
                .flatMap(page -> page.facts().stream())
                .map(Envelope::fact)
                .map(Lead.class::cast)
                .toList();
        assertThat(leads).extracting(Lead::id).containsExactly("d2/1", "d1/1");
        assertThat(leads)
                .extracting(Lead::createdAt)
                .containsExactly(Instant.parse("2026-11-20T18:30:00Z"), Instant.parse("2026-11-20T02:00:00Z"));
        assertThat(leads).allSatisfy(lead -> assertThat(lead.person()).isPresent());
        assertThat(pages).as("the second came on the next day in Vietnam").hasSize(2);
    }

    @Test
    void onlyCallsFromOutsideAreLeads() {
        GivenDeliveries came = new GivenDeliveries()
                .add("2026-11-20T02:00:00Z", "application/json", call("t-1", "inbound", "1763604000000"))
                .add("2026-11-20T02:01:00Z", "application/json", call("t-2", "outbound", "1763604060000"))
                .add("2026-11-20T02:02:00Z", "application/json", call("t-3", "inbound", "soon"));
        Page page = readAll(EXAMPLES.resolve("omicall.facts.yaml"), came).get(0);
        assertThat(page.facts()).extracting(fact -> fact.fact().key()).containsExactly("t-1");
        assertThat(page.counts()).isEqualTo(new Page.Counts(3, 1, 1));
        assertThat(page.rejected()).extracting(Rejected::field).containsExactly("created_date");
    }

    @Test
    void whatCannotBeReadIsHeldBackWithItsTextAndLosesNothingElse() throws IOException {
        Path mapping = mapping("read: {records: events}\n");
        GivenDeliveries came = new GivenDeliveries()
                .add("2026-11-20T02:00:00Z", "application/json", "{broken")
                .add("2026-11-20T02:01:00Z", "application/json", "{\"events\":[{\"id\":\"a\"},{\"id\":\"b\"}]}")
                .add("2026-11-20T02:02:00Z", "application/json", "{\"other\":1}");
        Page page = readAll(mapping, came).get(0);
        assertThat(page.facts()).extracting(fact -> fact.fact().key()).containsExactly("a", "b");
        assertThat(page.rejected()).extracting(Rejected::raw).containsExactly("{broken", "{\"other\":1}");
        assertThat(page.counts().read())
                .isEqualTo(page.counts().mapped()
                        + page.counts().filtered()
                        + page.rejected().size());
    }

    /** Whoever knows the address of a form can send this. */
    @Test
    @Timeout(20)
    void aFormMadeToTakeLongDoesNot() throws IOException {
        GivenDeliveries came = new GivenDeliveries()
                .add("2026-11-20T02:00:00Z", FORM, "phone=1&".repeat(130_000))
                .add("2026-11-20T02:00:00Z", FORM, "id=x&at=1e-999999999");
        assertThat(readAll(EXAMPLES.resolve("contact-form.facts.yaml"), came)
                        .get(0)
                        .facts())
                .hasSize(2);
        Path mapping = mapping("");
        Files.writeString(mapping, Files.readString(mapping).replace("column: _received", "column: at"));
        assertThat(readAll(mapping, came).get(0).rejected()).hasSize(2);
    }

    @Test
    void manyDeliveriesComeInPagesThatGoOnWhereTheLastEnded() throws IOException {
        GivenDeliveries came = new GivenDeliveries();
        for (int i = 0; i < 450; i++) {
            came.add("2026-11-20T02:00:00Z", "application/json", "{\"id\":\"n" + i + "\"}");
        }
        List<Page> pages = readAll(mapping(""), came);
        assertThat(pages).hasSize(3);
        assertThat(pages.stream().flatMap(page -> page.facts().stream()).map(fact -> fact.fact()
                        .key()))
                .hasSize(450)
                .doesNotHaveDuplicates();
    }

    @Test
    void aMappingThatIsWrongIsNamedWithItsPlace() throws IOException {
        Path wrong = folder.resolve("wrong.facts.yaml");
        Files.writeString(wrong, "fields: {id: {column: id}}\nfacts:\n  - fact: nonsense\n");
        assertThatThrownBy(() -> open(wrong, new GivenDeliveries()))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("wrong.facts.yaml:3");
    }

    @Test
    void theReadmesTablesAreTheDeclaredOnes() throws IOException {
        String readme = Files.readString(ROOT.resolve("connectors/inbox/README.md"));
        assertThat(readme)
                .contains(SpecTables.settings(new InboxConnectorFactory().spec()))
                .contains(SpecTables.streams(new InboxConnectorFactory().spec()));
    }

    private Path mapping(String read) throws IOException {
        Path mapping = folder.resolve("leads.facts.yaml");
        Files.writeString(
                mapping,
                read
                        + """
                        fields:
                          id:   {column: id}
                          made: {column: _received, instant: epoch-millis}
                        facts:
                          - {fact: lead, id: id, created-at: made, origin: "'chat'", channel: "'chat'", status: "'open'"}
                        """);
        return mapping;
    }

    private static String call(String id, String direction, String made) {
        return "{\"transaction_id\":\"" + id + "\",\"direction\":\"" + direction
                + "\",\"phone_number\":\"0912345678\",\"created_date\":\"" + made + "\"}";
    }

    private static Connector open(Path mapping, GivenDeliveries came) {
        InboxConnectorFactory factory = new InboxConnectorFactory();
        ConnectorContext context = new ConnectorContext(
                Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                Currency.getInstance("VND"),
                Access.NONE,
                Site.VENDOR,
                came);
        return factory.open(Settings.of(factory.spec(), Map.of("mapping", mapping.toString()), Map.of()), context);
    }

    private static List<Page> readAll(Path mapping, GivenDeliveries came) {
        List<Page> pages = new ArrayList<>();
        try (Connector connector = open(mapping, came)) {
            for (Slice slice : connector.slices("deliveries", NOVEMBER)) {
                Optional<Cursor> after = Optional.empty();
                do {
                    pages.add(connector.read(new ReadRequest("deliveries", slice, after)));
                    after = pages.get(pages.size() - 1).next();
                } while (after.isPresent());
            }
        }
        return pages;
    }
}
