package vn.nhip.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Order;
import vn.nhip.spi.Page;
import vn.nhip.testkit.FakeSource;

class HubspotTest {

    private final FakeSource source =
            FakeSource.replaying(Desk.folder("hubspot").resolve("recorded"));
    private final Connector connector = Desk.open(Desk.folder("hubspot"), source, "pat-1");

    @AfterEach
    void close() {
        connector.close();
        source.close();
    }

    @Test
    void contactsAreReadPageByPageUntilThereIsNoNextOne() {
        List<Page> pages = Desk.readAll(connector, "contacts");

        assertThat(pages).hasSize(2).allSatisfy(page -> assertThat(page.rejected())
                .isEmpty());
        assertThat(pages.get(1).facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.fact().key()).isEqualTo("102"));
        assertThat(source.requests()).allSatisfy(request -> assertThat(request.header("Authorization"))
                .isEqualTo("Bearer pat-1"));
        assertThat(source.requests().get(1).target()).contains("after=102");
    }

    @Test
    void onlyADealThatSaysTrueIsWonAndAStrangeWordIsRefused() {
        Page page = Desk.readAll(connector, "deals").get(0);

        assertThat(page.counts()).isEqualTo(new Page.Counts(3, 1, 1));
        assertThat(page.rejected()).singleElement().satisfies(rejected -> assertThat(rejected.value())
                .isEqualTo("True?"));
        assertThat(((Order) page.facts().get(0).fact()).key()).isEqualTo("1");
    }
}
