package vn.nhip.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Lead;
import vn.nhip.spi.MetricDay;
import vn.nhip.spi.Order;
import vn.nhip.spi.Person;

class RowsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    Path folder;

    @Property
    void numbersAndTextsComeBackAsTheyWere(@ForAll List<Long> numbers, @ForAll List<String> texts) {
        RowBytes bytes = new RowBytes();
        numbers.forEach(bytes::number);
        bytes.absent();
        texts.forEach(bytes::text);
        RowBytes back = new RowBytes(bytes.copy());

        for (Long number : numbers) {
            assertThat(back.next()).isEqualTo(number);
        }
        assertThat(back.next()).isNull();
        for (String text : texts) {
            // A lone surrogate is no character: UTF-8 has no bytes for it.
            assertThat(back.next())
                    .isEqualTo(new String(
                            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(back.atEnd()).isTrue();
    }

    @Test
    void aFactThatDoesNotFitIsLeftOutWhole() {
        withRows((rows, names) -> {
            MetricDay huge = metric("99999999999999999999");
            assertThatThrownBy(() -> rows.add(Subject.fact(huge))).isInstanceOf(ArithmeticException.class);
            rows.add(Subject.fact(metric("1.5")));
            List<Row> back = Rows.list(rows.takeCompressed(), 7, List.of());
            assertThat(back).hasSize(1);
            assertThat(back.get(0).values())
                    .containsExactly("2026-03-01", "footfall", "{\"shop\":\"Q1\"}", "", 1_500_000L);
        });
    }

    @Test
    void aFactThatDoesNotFitIsQuarantinedWithItsReason() {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Subject subject = new Subject(store, folder);
            RunCounts counts = subject.load(
                    subject.feed, "a.csv", "1", Subject.fact(metric("0.0000001")), Subject.fact(metric("2")));
            assertThat(counts.facts()).isEqualTo(1);
            assertThat(counts.quarantined()).isEqualTo(1);
            assertThat(new Quarantine(store, subject.keys, subject.feed.workspace())
                            .list(0, 9)
                            .get(0)
                            .reason())
                    .contains("more than six decimals");
        }
    }

    @Test
    void personsTravelByPlaceAndTheHashKnowsThemByName() {
        withRows((rows, names) -> {
            rows.add(Subject.fact(lead("1", "a@x.vn")));
            rows.add(Subject.fact(lead("2", "b@x.vn")));
            rows.add(Subject.fact(lead("1", "b@x.vn")));
            assertThat(names.takePage()).hasSize(2).doesNotContain("a@x.vn");
            List<Row> back = Rows.list(rows.takeCompressed(), 7, List.of(41L, 42L));
            assertThat(back).extracting(row -> row.values()[2]).containsExactly(41L, 42L, 42L);
            assertThat(back.get(0).hash()).isNotEqualTo(back.get(2).hash());
        });
    }

    @Test
    void externalIdsOfTwoAccountsNeverMeetWhileEmailsDo() {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Keys keys = Keys.open(folder.resolve("keys"), store);
            assertThat(name(keys, 1, IdentityKey.Type.EXTERNAL)).isNotEqualTo(name(keys, 2, IdentityKey.Type.EXTERNAL));
            assertThat(name(keys, 1, IdentityKey.Type.EMAIL)).isEqualTo(name(keys, 2, IdentityKey.Type.EMAIL));
        }
    }

    @Test
    void orderLinesAreJsonWhateverTheProductIsCalled() {
        Order.Line line = new Order.Line("5\" \\ vải\n", new BigDecimal("1E+3"), new BigDecimal("2.50"));
        assertThat(JsonText.lines(List.of(line, line)))
                .isEqualTo("[[\"5\\\" \\\\ vải\\n\",\"1000\",\"2.50\"],[\"5\\\" \\\\ vải\\n\",\"1000\",\"2.50\"]]");
    }

    private interface RowsUse {
        void with(Rows rows, PersonNames names);
    }

    private void withRows(RowsUse use) {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            PersonNames names = new PersonNames(Keys.open(folder.resolve("keys"), store), 1);
            use.with(new Rows(ZONE, names), names);
        }
    }

    private static String name(Keys keys, long account, IdentityKey.Type type) {
        PersonNames names = new PersonNames(keys, account);
        return names.name(names.indexOf(Person.of(new IdentityKey(type, "17"))));
    }

    private static MetricDay metric(String value) {
        return new MetricDay(
                LocalDate.of(2026, 3, 1), "footfall", Map.of("shop", "Q1"), new BigDecimal(value), Optional.empty());
    }

    private static Lead lead(String id, String email) {
        return new Lead(
                id,
                Subject.CLOCK.instant(),
                Optional.of(Person.of(new IdentityKey(IdentityKey.Type.EMAIL, email))),
                Lead.Origin.FORM,
                "web",
                Lead.Status.OPEN);
    }
}
