package vn.nhip.connector.metaads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.face.graph.GraphAccount;
import vn.nhip.sandbox.face.graph.GraphAnswer;
import vn.nhip.spi.AccountFinder.Found;
import vn.nhip.spi.Connector;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Lead;
import vn.nhip.spi.Page;
import vn.nhip.spi.Person;
import vn.nhip.spi.Slice;

/** The leads of a page's forms: who asked and when, and nothing of what they wrote. */
class LeadsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final DayRange DAYS = new DayRange(DAY, DAY.plusDays(1));

    private final Desk desk = new Desk(Shop.of(
            DAYS, Shop.VIETNAM, List.of(), Shop.hourly(DAY, Shop.VIETNAM).toList()));

    @BeforeEach
    void namesThePage() {
        desk.setting("page", desk.account.page());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<Page> pages(DayRange days) {
        try (Connector connector = desk.open()) {
            Slice slice = connector.slices(MetaAdsConnector.LEADS, days).get(0);
            return desk.from(connector, MetaAdsConnector.LEADS, slice, Optional.empty());
        }
    }

    private static List<Lead> leads(List<Page> pages) {
        return pages.stream()
                .flatMap(page -> page.facts().stream())
                .map(Envelope::fact)
                .map(Lead.class::cast)
                .toList();
    }

    @Test
    void everyLeadOfEveryFormIsReadOnce() {
        assertThat(leads(pages(DAYS))).hasSize(24).doesNotHaveDuplicates();
        assertThat(desk.face.asked()).hasSize(1 + 2);
    }

    @Test
    void aPersonIsKnownByNormalisedEMailAndPhone() {
        assertThat(leads(pages(DAYS))).allSatisfy(lead -> {
            assertThat(lead.person())
                    .contains(Person.of(
                            new IdentityKey(IdentityKey.Type.EMAIL, "khach.1@khach-hang.example"),
                            new IdentityKey(IdentityKey.Type.PHONE, "+84990000001")));
            assertThat(lead.origin()).isEqualTo(Lead.Origin.FORM);
            assertThat(lead.channel()).isEqualTo("paid-social");
        });
    }

    @Test
    void whatPeopleWroteStandsInTheRawPageOnly() {
        List<Page> pages = pages(DAYS);
        assertThat(pages.stream().map(page -> new String(page.raw().bytes(), StandardCharsets.UTF_8)))
                .anyMatch(raw -> raw.contains("Khách mẫu"));
        assertThat(leads(pages).toString()).doesNotContain("Khách mẫu", "khach-hang.example", "990000001");
    }

    @Test
    void onlyTheDaysAskedForCountEvenWhenMetaSendsMore() {
        String lead = "{\"id\":\"7\",\"created_time\":\"2026-01-01T00:00:00+0000\",\"field_data\":[]}";
        desk.face.faults((call, ask) -> ask.edge().equals("leads")
                ? Optional.of(GraphAnswer.json(200, "{\"data\":[" + lead + "]}"))
                : Optional.empty());
        List<Page> pages = pages(DAYS);
        assertThat(leads(pages)).isEmpty();
        assertThat(pages.get(1).counts().filtered()).isEqualTo(1);
    }

    @Test
    void aLeadWithoutAUsableContactIsKeptAndOneWithoutATimeIsNot() {
        String odd = "{\"id\":\"7\",\"created_time\":\"2026-01-12T03:00:00+0000\",\"field_data\":"
                + "[{\"name\":\"email\",\"values\":[\"call me\"]},{\"name\":\"phone_number\",\"values\":[\"12\"]}]}";
        String broken = "{\"id\":\"8\",\"created_time\":\"yesterday, said Anh\"}";
        desk.face.faults((call, ask) -> ask.edge().equals("leads")
                ? Optional.of(GraphAnswer.json(200, "{\"data\":[" + odd + "," + broken + "]}"))
                : Optional.empty());
        Page first = pages(DAYS).get(1);
        assertThat(first.facts()).singleElement().satisfies(envelope -> assertThat(((Lead) envelope.fact()).person())
                .isEmpty());
        assertThat(first.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.field()).isEqualTo("created_time");
            assertThat(rejected.reason()).doesNotContain("Anh");
        });
    }

    @Test
    void withoutAPageNoLeadsAreReadAndOldOnesAreNotAskedFor() {
        try (Connector connector = desk.open()) {
            assertThat(connector.slices(MetaAdsConnector.LEADS, DayRange.of(LocalDate.of(2025, 6, 1))))
                    .isEmpty();
        }
        try (Connector connector = desk.setting("page", "").open()) {
            assertThat(connector.slices(MetaAdsConnector.LEADS, DAYS)).isEmpty();
        }
        desk.setting("page", "my page");
        assertThatThrownBy(desk::open).hasMessageContaining("'page'");
    }

    @Test
    void theAccountsOfATokenAreFound() {
        desk.face.put(GraphAccount.of("77", desk.account.truth()));
        List<Found> found = new MetaAdsConnectorFactory().find(Map.of(), desk.context());
        assertThat(found).extracting(Found::id).containsExactly(Desk.NUMBER, "77");
        assertThat(found.get(0).settings()).isEqualTo(Map.of("ad-account", Desk.NUMBER));
        assertThat(found.get(0).zone()).contains(Shop.VIETNAM);
        assertThat(found.get(0).hindrance()).isEmpty();
    }
}
