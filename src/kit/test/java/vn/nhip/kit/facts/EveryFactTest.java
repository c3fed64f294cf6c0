package vn.nhip.kit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Customer;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.Fact;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Lead;
import vn.nhip.spi.LedgerEntry;
import vn.nhip.spi.MetricDay;
import vn.nhip.spi.Money;
import vn.nhip.spi.Order;
import vn.nhip.spi.Person;
import vn.nhip.spi.Refund;
import vn.nhip.spi.Scope;
import vn.nhip.spi.SurveyAnswer;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficUsers;

/** Every kind of fact, with every attribute, from one row. */
class EveryFactTest {

    static final String EVERYTHING =
            """
            fields:
              id: {column: id}
              on: {column: on, day: dd/MM/yyyy}
              at: {column: at, instant: "dd/MM/yyyy HH:mm"}
              n: {column: n, number: "1.234,56"}
              mail: {column: mail, email: true, optional: true}
              tel: {column: tel, phone: VN, optional: true}
              note: {column: note, optional: true}
            facts:
              - {fact: traffic-day, day: on, scope: "'breakdown'", channel: "'organic'", source: "'google'",
                 medium: "'search'", campaign: note, sessions: n, engaged-sessions: n - 1, users: n - 2, new-users: n - 3,
                 key-events: n - 4, thresholded: "true", other-row: note == 'x', sampled: "false"}
              - {fact: traffic-users, grain: "'month'", start: month_start(on), users: n}
              - {fact: ad-day, day: on, scope: "'breakdown'", campaign-id: "'c1'", campaign: "'Tết'", attribution: "'7d'",
                 impressions: n, clicks: "5", cost: n * 100, currency: "'USD'", conversions: "1.5", conversion-value: "9"}
              - {fact: email-campaign, id: id, name: "'Tin'", sent-at: at, sent: n, delivered: n - 1, bounces: "1",
                 opens: "4", opens-without-proxies: "3", clickers: "2", human-clickers: "1", unsubscribes: "0"}
              - {fact: lead, id: id, created-at: at, person: {email: mail, phone: tel}, origin: "'form'",
                 channel: "'web'", status: "'open'", version: "7"}
              - {fact: order, id: id, number: "'DH1'", ordered-at: at, paid-at: at, delivered-at: at, status: "'delivered'",
                 gross: n, discounts: "1", tax: "2", shipping: "3", channel: "'pos'", person: {external: "'KH1'"},
                 lines: {product: id, quantity: "2", amount: n}}
              - {fact: refund, id: id, order-id: "'HD1'", refunded-at: on, amount: n, channel: "'pos'"}
              - {fact: customer, id: id, person: {phone: tel}, since: on, active-until: "plus_days(on, 30)"}
              - {fact: ledger-entry, id: id, day: on, category: "'cost-of-goods'", amount: n, version: at}
              - {fact: survey-answer, id: id, answered-at: at, score: "4", scale-min: "1", scale-max: "5", survey: "'csat'"}
              - {fact: exchange-rate, day: year_start(on), through: year_end(on), from: "'USD'", to: "'VND'", rate: n}
              - {fact: metric-day, day: on, metric: "'footfall'", dimensions: {shop: id}, value: n, currency: "'VND'"}
            """;

    static final List<String> HEADER = List.of("id", "on", "at", "n", "mail", "tel", "note");
    private static final Instant AT = Instant.parse("2024-02-29T01:30:00Z");
    private static final LocalDate ON = LocalDate.of(2024, 2, 29);
    private static final BigDecimal N = new BigDecimal("1234");

    private static List<Envelope> map(String cells) {
        return Mappings.load(EVERYTHING)
                .bind(HEADER)
                .map(Mappings.row(2, cells))
                .facts();
    }

    @Test
    void everyKindIsMappedWithAllItsAttributes() {
        List<Envelope> envelopes = map("A1;29/02/2024;29/02/2024 08:30;1.234;A@b.vn;0912345678;x");
        assertThat(envelopes.stream().map(Envelope::fact)).containsExactlyElementsOf(expected());
        assertThat(envelopes.stream().map(Envelope::version).filter(version -> version != 0))
                .containsExactly(7L, AT.toEpochMilli());
        Set<FactKind> kinds = new HashSet<>();
        envelopes.forEach(envelope -> kinds.add(envelope.fact().kind()));
        assertThat(kinds).isEqualTo(EnumSet.allOf(FactKind.class));
    }

    private static List<Fact> expected() {
        Person both = Person.of(email(), phone());
        return List.of(
                new TrafficDay(
                        ON,
                        Scope.BREAKDOWN,
                        new TrafficDay.TrafficSource("organic", "google", "search", "x"),
                        new TrafficDay.TrafficCounts(1234, 1233, 1232, 1231, 1230),
                        Set.of(TrafficDay.Quality.THRESHOLDED, TrafficDay.Quality.OTHER_ROW)),
                new TrafficUsers(Grain.MONTH, LocalDate.of(2024, 2, 1), 1234),
                advertising(),
                new EmailCampaign(
                        "A1",
                        "Tin",
                        AT,
                        new EmailCampaign.Delivery(1234, 1233, 1),
                        new EmailCampaign.Response(4, OptionalLong.of(3), 2, OptionalLong.of(1), 0)),
                new Lead("A1", AT, Optional.of(both), Lead.Origin.FORM, "web", Lead.Status.OPEN),
                order(),
                new Refund("A1", Optional.of("HD1"), Instant.parse("2024-02-28T17:00:00Z"), vnd("1234"), "pos"),
                new Customer("A1", Person.of(phone()), ON, Optional.of(LocalDate.of(2024, 3, 30))),
                new LedgerEntry("A1", ON, LedgerEntry.Category.COST_OF_GOODS, vnd("1234")),
                new SurveyAnswer("A1", AT, 4, 1, 5, SurveyAnswer.Survey.CSAT),
                new ExchangeRate(
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 12, 31),
                        Currency.getInstance("USD"),
                        Currency.getInstance("VND"),
                        N),
                new MetricDay(ON, "footfall", Map.of("shop", "A1"), N, Optional.of("VND")));
    }

    private static AdDay advertising() {
        return new AdDay(
                ON,
                Scope.BREAKDOWN,
                new AdDay.Campaign("c1", "Tết"),
                "7d",
                1234,
                5,
                Money.of("123400", "USD"),
                new AdDay.Conversions(new BigDecimal("1.5"), Money.of("9", "USD")));
    }

    private static Order order() {
        return new Order(
                "A1",
                "DH1",
                new Order.Times(AT, Optional.of(AT), Optional.of(AT)),
                Optional.of(Person.of(new IdentityKey(IdentityKey.Type.EXTERNAL, "KH1"))),
                Order.Status.DELIVERED,
                new Order.Amounts(vnd("1234"), vnd("1"), vnd("2"), vnd("3")),
                "pos",
                List.of(new Order.Line("A1", new BigDecimal("2"), N)));
    }

    @Test
    void whatIsDeclaredOptionalMayBeAbsent() {
        List<Fact> facts = Mappings.load(EVERYTHING.replace("person: {phone: tel}", "person: {external: id}"))
                .bind(HEADER)
                .map(Mappings.row(2, "A1;29/02/2024;29/02/2024 08:30;1.234;;;"))
                .facts()
                .stream()
                .map(Envelope::fact)
                .toList();
        assertThat(facts)
                .element(4)
                .isEqualTo(new Lead("A1", AT, Optional.empty(), Lead.Origin.FORM, "web", Lead.Status.OPEN));
        assertThat(facts).element(0).satisfies(fact -> assertThat(fact.key()).endsWith("|search|"));
    }

    @Test
    void aCustomerWhoIsNobodyIsRefused() {
        Mapped mapped = Mappings.load(EVERYTHING)
                .bind(HEADER)
                .map(Mappings.row(2, "A1;29/02/2024;29/02/2024 08:30;1.234;a@b.vn;;"));
        assertThat(mapped.rejected()).singleElement().satisfies(rejected -> assertThat(rejected.reason())
                .contains("belongs to nobody"));
    }

    private static Money vnd(String amount) {
        return Money.of(amount, "VND");
    }

    private static IdentityKey email() {
        return new IdentityKey(IdentityKey.Type.EMAIL, "a@b.vn");
    }

    private static IdentityKey phone() {
        return new IdentityKey(IdentityKey.Type.PHONE, "+84912345678");
    }
}
