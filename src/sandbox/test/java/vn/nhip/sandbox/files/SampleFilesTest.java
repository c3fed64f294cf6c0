package vn.nhip.sandbox.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.live.SamplePlatforms;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Customer;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Lead;
import vn.nhip.spi.LedgerEntry;
import vn.nhip.spi.MetricDay;
import vn.nhip.spi.Order;
import vn.nhip.spi.Refund;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Scope;
import vn.nhip.spi.SurveyAnswer;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficUsers;

class SampleFilesTest {
    private static final SampleBusiness BUSINESS =
            SampleBusiness.of(SampleBusiness.SEED, LocalDate.parse("2025-11-01"), LocalDate.parse("2026-03-12"));
    private static final Truth TRUTH = BUSINESS.truth();
    private static final Map<String, Reading> READ = new HashMap<>();

    @TempDir
    static Path home;

    private static List<Path> written = List.of();

    @BeforeAll
    static void writeAndRead() {
        written = new SampleFiles(BUSINESS).write(home);
        SampleFiles.accounts().forEach(account -> READ.put(account, Reading.of(home, account)));
    }

    @Test
    void theSameBusinessGivesTheSameBytes(@TempDir Path again) throws IOException {
        List<Path> second = new SampleFiles(BUSINESS).write(again);
        assertThat(second).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            assertThat(again.relativize(second.get(i))).isEqualTo(home.relativize(written.get(i)));
            assertThat(Files.mismatch(written.get(i), second.get(i)))
                    .as(second.get(i).toString())
                    .isEqualTo(-1);
        }
    }

    @Test
    void onlyTheRowsThatAreWrongOnPurposeAreRefused() {
        assertThat(READ.values().stream()
                        .mapToInt(read -> read.rejected().size())
                        .sum())
                .isEqualTo(SampleFiles.BAD_ROWS);
        assertThat(read("pos").rejected()).extracting(Rejected::value).containsExactly("hai");
        assertThat(read("web").rejected()).extracting(Rejected::value).containsExactly("2026-02-31 09:15");
        assertThat(read("survey").rejected())
                .extracting(Rejected::reason)
                .singleElement()
                .asString()
                .contains("7 lies outside 1..5");
    }

    @Test
    void everyKindOfFactOccurs() {
        Set<FactKind> kinds = new HashSet<>();
        READ.values().forEach(read -> read.facts()
                .forEach(envelope -> kinds.add(envelope.fact().kind())));
        assertThat(kinds).containsExactlyInAnyOrder(FactKind.values());
    }

    @Test
    void keysAreUniqueWithinAnAccountAndKind() {
        READ.forEach((account, read) -> assertThat(read.facts())
                .as(account)
                .extracting(Envelope::fact)
                .extracting(fact -> fact.kind() + " " + fact.key())
                .doesNotHaveDuplicates());
    }

    @Test
    void ordersAndRefundsOfEveryChannelAreTheTruths() {
        assertChannel("pos", Sale.Channel.SHOP);
        assertChannel("web", Sale.Channel.WEB);
        assertChannel("shopee", Sale.Channel.SHOPEE);
    }

    @Test
    void onlyMarketplaceAndWalkInOrdersHideTheirPerson() {
        assertThat(read("web").of(Order.class)).allMatch(order -> order.person().isPresent());
        long anonymous = sales(Sale.Channel.SHOP).stream()
                .filter(sale -> sale.shopper().isEmpty())
                .count();
        assertThat(read("pos").of(Order.class).stream()
                        .filter(order -> order.person().isEmpty())
                        .count())
                .isEqualTo(anonymous)
                .isPositive();
    }

    @Test
    void theCrmHoldsWholesaleAndDuplicatesOfOtherOrders() {
        Set<String> elsewhere = new HashSet<>();
        TRUTH.trade().sales().stream()
                .filter(sale -> sale.channel() != Sale.Channel.WHOLESALE)
                .forEach(sale -> elsewhere.add(sale.number()));
        List<Order> deals = read("crm").of(Order.class);
        assertThat(deals.stream().filter(deal -> elsewhere.contains(deal.number())))
                .hasSizeGreaterThan(50);
        List<Order> own = deals.stream()
                .filter(deal -> !elsewhere.contains(deal.number()))
                .toList();
        assertThat(own).hasSameSizeAs(sales(Sale.Channel.WHOLESALE)).isNotEmpty();
        assertThat(net(own)).isEqualByComparingTo(net(Sale.Channel.WHOLESALE));
        assertThat(read("crm").of(Customer.class)).hasSizeGreaterThan(100);
        assertThat(read("crm").filtered()).as("lost deals").isPositive();
    }

    @Test
    void leadsComeFromFourPlacesAndAllArrive() {
        assertLeads("forms", Inquiry.Origin.FORM);
        assertLeads("calls", Inquiry.Origin.CALL);
        assertLeads("chat", Inquiry.Origin.CHAT);
        assertLeads("crm", Inquiry.Origin.CRM);
    }

    @Test
    void trafficArrivesAsTotalsPartsAndUniqueUsers() {
        List<TrafficDay> days = read("ga4").of(TrafficDay.class);
        assertThat(days.stream().filter(day -> day.scope() == Scope.TOTAL))
                .hasSameSizeAs(TRUTH.web().visits());
        assertThat(days.stream().filter(day -> day.quality().contains(TrafficDay.Quality.OTHER_ROW)))
                .hasSameSizeAs(TRUTH.web().visits());
        assertThat(read("ga4").of(TrafficUsers.class)).hasSameSizeAs(TRUTH.web().uniqueUsers());
    }

    @Test
    void adTotalsEqualTheirCampaigns() {
        for (String account : List.of("google-ads", "meta-ads")) {
            List<AdDay> days = read(account).of(AdDay.class);
            assertThat(cost(days, Scope.TOTAL))
                    .isEqualByComparingTo(cost(days, Scope.BREAKDOWN))
                    .isPositive();
        }
        assertThat(read("meta-ads").of(AdDay.class))
                .allMatch(day -> day.cost().currency().getCurrencyCode().equals("USD"));
    }

    @Test
    void theJournalBalancesToTheTruth() {
        Map<String, BigDecimal> read = new HashMap<>();
        for (LedgerEntry entry : read("accounting").of(LedgerEntry.class)) {
            read.merge(entry.category().name(), entry.amount().amount(), BigDecimal::add);
        }
        Map<String, BigDecimal> truth = new HashMap<>();
        TRUTH.books().journal().forEach(entry -> truth.merge(entry.side().name(), entry.amount(), BigDecimal::add));
        assertThat(read.keySet()).isEqualTo(truth.keySet());
        truth.forEach((side, sum) ->
                assertThat(read.getOrDefault(side, BigDecimal.ZERO)).as(side).isEqualByComparingTo(sum));
        assertThat(read("accounting").filtered()).as("receipts").isPositive();
    }

    @Test
    void whatIsEnteredByHandAndTheRestArrive() {
        assertThat(read("hand").of(MetricDay.class))
                .hasSize(TRUTH.books().byHand().size()
                        + TRUTH.books().footCounts().size());
        assertThat(read("survey").of(SurveyAnswer.class).size()
                        + read("hand").of(SurveyAnswer.class).size())
                .isEqualTo(TRUTH.web().answers().size());
        assertThat(read("mailchimp").of(EmailCampaign.class))
                .hasSameSizeAs(TRUTH.web().mailings());
        assertThat(read("rates").of(ExchangeRate.class))
                .hasSameSizeAs(TRUTH.books().rates());
    }

    @Test
    void accountsHaveSeveralSlicesAndTheFilesStayFew() {
        assertThat(read("pos").slices()).isEqualTo(2);
        assertThat(written).hasSizeLessThan(80);
    }

    @Test
    void theConfigurationIsMarkedAsSampleAndNamesEveryAccount() throws IOException {
        String config = Files.readString(home.resolve("config/nhip.yaml"));
        assertThat(config)
                .contains("sample: true", "history-complete-since: 2025-11-01", "books-closed-through: 2026-01")
                .doesNotContain("{{");
        for (String account : SampleFiles.accounts()) {
            assertThat(config).contains("  " + account + ":");
            assertThat(config.contains("inbox/" + account + ","))
                    .as(account)
                    .isEqualTo(!SamplePlatforms.ACCOUNTS.contains(account));
        }
    }

    @Test
    void accountsOfPlatformsHaveNoFilesWhereTheyAreReadOtherwise(@TempDir Path other) {
        assertThat(new SampleFiles(BUSINESS).write(other, SamplePlatforms.ACCOUNTS))
                .isNotEmpty()
                .noneMatch(file -> SamplePlatforms.ACCOUNTS.stream()
                        .anyMatch(account -> file.toString().contains("/" + account)));
    }

    private static Reading read(String account) {
        return Objects.requireNonNull(READ.get(account), account);
    }

    private static void assertChannel(String account, Sale.Channel channel) {
        List<Order> orders = read(account).of(Order.class);
        assertThat(orders).hasSameSizeAs(sales(channel));
        assertThat(net(orders)).as(account).isEqualByComparingTo(net(channel));
        Set<String> counting = new HashSet<>();
        sales(channel).stream().filter(Sale::counts).forEach(sale -> counting.add(sale.number()));
        assertThat(orders).allMatch(order -> counts(order) == counting.contains(order.id()));
        BigDecimal back = read(account).of(Refund.class).stream()
                .map(refund -> refund.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(back).isEqualByComparingTo(paybacks(channel)).isPositive();
    }

    private static boolean counts(Order order) {
        return switch (order.status()) {
            case CONFIRMED, PAID, DELIVERED -> true;
            case PENDING, CANCELLED -> false;
        };
    }

    private static void assertLeads(String account, Inquiry.Origin origin) {
        List<Lead> leads = read(account).of(Lead.class);
        List<Inquiry> asked = TRUTH.web().inquiries().stream()
                .filter(inquiry -> inquiry.origin() == origin)
                .toList();
        assertThat(leads).hasSameSizeAs(asked);
        assertThat(leads.stream().filter(lead -> lead.person().isPresent())).hasSize((int)
                asked.stream().filter(inquiry -> inquiry.shopper().isPresent()).count());
        assertThat(leads.stream().filter(lead -> lead.status() == Lead.Status.SPAM))
                .hasSize((int) asked.stream()
                        .filter(inquiry -> inquiry.state() == Inquiry.State.SPAM)
                        .count());
    }

    private static List<Sale> sales(Sale.Channel channel) {
        return TRUTH.trade().sales().stream()
                .filter(sale -> sale.channel() == channel)
                .toList();
    }

    private static BigDecimal net(Sale.Channel channel) {
        return sales(channel).stream().map(Sale::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal net(List<Order> orders) {
        return orders.stream().map(order -> order.amounts().net().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal paybacks(Sale.Channel channel) {
        return TRUTH.trade().paybacks().stream()
                .filter(back -> back.sale().channel() == channel)
                .map(Payback::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cost(List<AdDay> days, Scope scope) {
        return days.stream()
                .filter(day -> day.scope() == scope)
                .map(day -> day.cost().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
