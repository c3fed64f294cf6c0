package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Money;
import vn.nhip.spi.Order;
import vn.nhip.spi.Page;
import vn.nhip.spi.Refund;
import vn.nhip.testkit.Answer;
import vn.nhip.testkit.FakeSource;
import vn.nhip.testkit.GivenAccess;

/** Acceptance cases of single sources: what they are asked, and what becomes of answers that others read wrongly. */
class SourceCasesTest {

    @Test
    void a21BrevoIsAskedForFiguresOldestFirstAndACampaignWithoutThemIsHeldBack() {
        try (FakeSource source = FakeSource.silent();
                Connector brevo = Desk.open(Desk.folder("brevo"), source, "key-1")) {
            source.always(Answer.json("{\"count\":2,\"campaigns\":[" + campaign(1, 0) + "," + campaign(2, 100) + "]}"));
            Page page = Desk.readAll(brevo, "campaigns").get(0);
            assertThat(page.facts())
                    .extracting(Envelope::fact)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            EmailCampaign.class, one -> assertThat(one.id()).isEqualTo("2"));
            assertThat(page.rejected()).hasSize(1);
            assertThat(source.requests().get(0).target())
                    .contains("statistics=globalStats", "sort=asc", "status=sent", "limit=100");
        }
    }

    private static String campaign(int id, int sent) {
        return "{\"id\":" + id + ",\"sentDate\":\"2026-01-03T02:00:00.000Z\",\"statistics\":{\"globalStats\":{\"sent\":"
                + sent + ",\"delivered\":" + sent + ",\"hardBounces\":0,\"softBounces\":0,\"uniqueViews\":0,"
                + "\"uniqueClicks\":0,\"unsubscriptions\":0}}}";
    }

    /** An order of July, of which one unit of money was given back in December while its total fell by more. */
    @Test
    void a23ARefundCountsOnItsOwnDayWithWhatWasGivenBack() {
        try (FakeSource source = FakeSource.silent();
                Connector haravan = Desk.open(Desk.folder("haravan"), source, "token-1")) {
            source.next(Answer.json("{\"orders\":[{\"id\":7,\"refunds\":[{\"id\":70,\"order_id\":7,"
                    + "\"created_at\":\"2026-01-07T09:00:00Z\",\"transactions\":[{\"id\":1,\"kind\":\"refund\",\"amount\":1}]},"
                    + "{\"id\":71,\"order_id\":7,\"created_at\":\"2026-01-08T09:00:00Z\",\"transactions\":[]}]}]}"));
            source.always(Answer.json("{\"orders\":[]}"));
            List<Refund> refunds = facts(Desk.readAll(haravan, "refunds"), Refund.class);
            assertThat(refunds).singleElement().satisfies(refund -> {
                assertThat(refund.refundedAt()).isEqualTo(Instant.parse("2026-01-07T09:00:00Z"));
                assertThat(refund.amount()).isEqualTo(Money.of("1", "VND"));
            });
        }
    }

    @Test
    void e22KiotvietsTimesAreLocalItsPagesHoldAHundredAndReturnsAreTheirOwn() {
        try (FakeSource source = FakeSource.replaying(Desk.folder("kiotviet").resolve("recorded"));
                Connector kiotviet = Desk.open(
                        Desk.folder("kiotviet"),
                        source,
                        GivenAccess.of("secret"),
                        Map.of("retailer", "tiem-tra", "client-id", "client-1"))) {
            List<Order> orders = facts(Desk.readAll(kiotviet, "invoices"), Order.class);
            assertThat(orders)
                    .filteredOn(order -> order.number().equals("HD251203-001"))
                    .singleElement()
                    .satisfies(order ->
                            assertThat(order.times().orderedAt()).isEqualTo(Instant.parse("2025-12-03T01:25:00Z")));
            assertThat(facts(Desk.readAll(kiotviet, "returns"), Refund.class)).isNotEmpty();
            assertThat(source.requests())
                    .filteredOn(request -> request.target().startsWith("/invoices"))
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.target()).contains("pageSize=100"));
        }
    }

    @Test
    void e29TestOrdersAndTheirRefundsAreLeftOut() {
        try (FakeSource source = FakeSource.silent();
                Connector shopify = Desk.open(
                        Desk.folder("shopify"), source, GivenAccess.of("token"), Map.of("shop", "tiem-tra"))) {
            source.always(Answer.json("{\"data\":{\"orders\":{\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":null},"
                    + "\"nodes\":[{\"refunds\":[" + refund(1, true) + "," + refund(2, false) + "]}]}}}"));
            assertThat(facts(Desk.readAll(shopify, "refunds"), Refund.class))
                    .extracting(Refund::id)
                    .allMatch(id -> id.endsWith("2"))
                    .isNotEmpty();
        }
    }

    private static String refund(int id, boolean test) {
        return "{\"id\":\"gid://shopify/Refund/" + id
                + "\",\"createdAt\":\"2026-01-05T00:00:00Z\",\"order\":{\"id\":\"o\"," + "\"test\":" + test
                + "},\"totalRefundedSet\":{\"shopMoney\":{\"amount\":\"5\",\"currencyCode\":\"VND\"}}}";
    }

    private static <F> List<F> facts(List<Page> pages, Class<F> kind) {
        return pages.stream()
                .flatMap(page -> page.facts().stream())
                .map(Envelope::fact)
                .map(kind::cast)
                .toList();
    }
}
