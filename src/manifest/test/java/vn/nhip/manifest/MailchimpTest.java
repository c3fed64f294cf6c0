package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;
import vn.nhip.spi.StreamSpec;
import vn.nhip.testkit.Answer;
import vn.nhip.testkit.FakeSource;

class MailchimpTest {

    private static final Path FOLDER = Desk.folder("mailchimp");

    private final FakeSource source = FakeSource.replaying(FOLDER.resolve("recorded"));
    private final Connector connector = open("key-us6");

    @AfterEach
    void close() {
        connector.close();
        source.close();
    }

    @Test
    void e08ReportsBecomeCampaignsWithCountsAndNoRates() {
        Page page = read(Optional.empty());

        assertThat(page.rejected()).isEmpty();
        assertThat(page.next()).isEmpty();
        assertThat(page.counts()).isEqualTo(new Page.Counts(2, 0, 2));
        EmailCampaign first = (EmailCampaign) page.facts().get(0).fact();
        assertThat(first.sentAt()).isEqualTo(Instant.parse("2026-01-03T02:00:00Z"));
        assertThat(first.delivery()).isEqualTo(new EmailCampaign.Delivery(100, 97, 3));
        assertThat(first.response().opens()).isEqualTo(40);
        assertThat(first.response().opensWithoutProxies()).hasValue(35);
        assertThat(first.response().clickers()).isEqualTo(4);
    }

    /** Opens and clicks arrive for weeks, and the source has no time of change to ask by. */
    @Test
    void a18ACampaignIsReadAgainForSixtyDaysAndItsNewCountsTakeThePlaceOfTheOld() {
        StreamSpec reports = ManifestFactory.load(FOLDER).spec().stream("reports");
        assertThat(reports.restatedDays()).isEqualTo(60);
        EmailCampaign first =
                (EmailCampaign) read(Optional.empty()).facts().get(0).fact();
        source.next(Answer.json(campaign(first.id(), 55, ", \"proxy_excluded_unique_opens\":40")));
        EmailCampaign later =
                (EmailCampaign) read(Optional.empty()).facts().get(0).fact();
        assertThat(later.key()).isEqualTo(first.key());
        assertThat(later.response().opens()).isEqualTo(55);
    }

    @Test
    void a19OpensByMachinesAreToldApartWhereTheSourceDoesAndNeverGuessed() {
        source.next(Answer.json(campaign("a", 50, ", \"proxy_excluded_unique_opens\":30")));
        source.next(Answer.json(campaign("a", 50, "")));
        assertThat(response().opensWithoutProxies()).hasValue(30);
        assertThat(response().opensWithoutProxies()).isEmpty();
    }

    private EmailCampaign.Response response() {
        return ((EmailCampaign) read(Optional.empty()).facts().get(0).fact()).response();
    }

    private static String campaign(String id, int opens, String more) {
        return "{\"total_items\":1,\"reports\":[{\"id\":\"" + id
                + "\",\"send_time\":\"2026-01-03T02:00:00+00:00\",\"emails_sent\":100,"
                + "\"bounces\":{\"hard_bounces\":1,\"soft_bounces\":2},\"opens\":{\"unique_opens\":" + opens + more
                + "},\"clicks\":{\"unique_subscriber_clicks\":4},\"unsubscribed\":0}]}";
    }

    @Test
    void theWindowIsAskedForInTheAccountsZoneAndTheKeyStandsInNoAddress() {
        read(Optional.empty());

        assertThat(source.requests()).singleElement().satisfies(request -> {
            assertThat(request.target())
                    .contains("since_send_time=2025-12-31T17%3A00%3A00%2B0000", "before_send_time=2026-01-14T17")
                    .doesNotContain("key-us6");
            assertThat(request.header("Authorization")).isEqualTo("Basic YW55OmtleS11czY=");
        });
    }

    @Test
    void aFullPageIsFollowedByTheNextOffset() {
        String report = "{\"id\":\"x\"}";
        source.next(Answer.json("{\"reports\":[" + (report + ",").repeat(999) + report + "]}"));

        Page page = read(Optional.empty());

        assertThat(page.rejected()).hasSize(1000);
        connector.read(new ReadRequest("reports", slice(), page.next()));
        assertThat(source.requests().get(1).target()).contains("offset=1000");
    }

    @Test
    void a20AWebPageInPlaceOfAnAnswerIsARequestToWait() {
        source.next(new Answer(
                403,
                Map.of("Content-Type", "text/html"),
                "<html>".getBytes(StandardCharsets.UTF_8),
                Duration.ZERO,
                false));

        assertThatThrownBy(() -> read(Optional.empty())).isInstanceOfSatisfying(ConnectorException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.THROTTLED);
            assertThat(failure.retryAfter()).isPresent();
        });
    }

    @Test
    void e14TheDataCentreComesFromTheKeyAndAForeignHostNever() {
        try (Connector other = open("key-evil.example/x")) {
            assertThatThrownBy(other::check).isInstanceOf(ConnectorException.class);
        }
        assertThat(source.requests()).isEmpty();
    }

    private Page read(Optional<Cursor> after) {
        return connector.read(new ReadRequest("reports", slice(), after));
    }

    private Slice slice() {
        List<Slice> slices = connector.slices("reports", Desk.JANUARY);
        assertThat(slices).containsExactly(Slice.days(Desk.JANUARY));
        return slices.get(0);
    }

    private Connector open(String key) {
        return Desk.open(FOLDER, source, key);
    }
}
