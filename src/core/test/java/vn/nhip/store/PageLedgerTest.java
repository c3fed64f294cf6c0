package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
class PageLedgerTest {

    @TempDir
    Path folder;

    private Subject subject;
    private PageLedger ledger;
    private long page;

    @BeforeEach
    void loadOnePage() {
        subject = new Subject(Store.sqlite(folder.resolve("nhip.db")), folder);
        subject.load(
                subject.feed,
                vn.nhip.spi.Slice.file("sales.csv", "1"),
                Subject.page(new vn.nhip.spi.Envelope(Samples.order("1", 1, 10, "an"), 0, "line 2")));
        ledger = new PageLedger(subject.store, subject.keys, subject.feed.workspace());
        page = Long.parseLong(subject.rows("SELECT page_id FROM fact_order").get(0));
    }

    @AfterEach
    void close() {
        subject.close();
    }

    @Test
    void aFactLeadsBackToItsFileRunAndLine() {
        PageLedger.Entry entry = ledger.find(page).orElseThrow();
        assertThat(entry.account()).isEqualTo("pos");
        assertThat(entry.slice()).isEqualTo("sales.csv");
        assertThat(entry.request()).isEqualTo("sales.csv lines 1–2");
        assertThat(entry.readAt()).isEqualTo(Subject.CLOCK.instant());
        assertThat(entry.sha256()).hasSize(64);
        assertThat(ledger.excerpt(page, "line 2")).contains("***@example.com,1");
    }

    @Test
    void anotherWorkspaceSeesNoneOfIt() {
        PageLedger other = new PageLedger(subject.store, subject.keys, subject.sameNameElsewhere.workspace());
        assertThat(other.find(page)).isEmpty();
        assertThat(other.excerpt(page, "line 2")).isEmpty();
    }

    @Test
    void theBodyIsSealedAndForgottenAfterItsTime() {
        assertThat(subject.rows("SELECT id FROM page WHERE CAST(body AS TEXT) LIKE '%example%'"))
                .isEmpty();
        assertThat(ledger.expire(Clock.offset(Subject.CLOCK, Duration.ofDays(34))))
                .isZero();
        assertThat(ledger.expire(Clock.offset(Subject.CLOCK, Duration.ofDays(36))))
                .isOne();
        assertThat(ledger.excerpt(page, "line 2")).isEmpty();
        assertThat(ledger.find(page).orElseThrow().landedUntil()).isEmpty();
    }

    @Test
    void masksHideNamesAndNumbersOfPeopleAndNothingElse() {
        assertThat(Masking.of("minh.an@shop.vn;0912 345 678;+84912345678")).isEqualTo("***@shop.vn;***;***");
        assertThat(Masking.of("536365,85123A,6,2010-12-01 08:26:00,2.55,17850.0"))
                .isEqualTo("536365,85123A,6,2010-12-01 08:26:00,2.55,17850.0");
    }
}
