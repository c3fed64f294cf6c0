package vn.nhip.sandbox.truth;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.nhip.sandbox.truth.UniqueUsers.Grain;

/** A business small enough to work out by hand: the week from Monday 7 April 2025, and its month. */
final class TinyBusiness {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Shopper ANH = shopper("KH1");
    private static final Shopper BINH = shopper("KH2");
    private static final Shopper CHI = shopper("KH3");
    private static final Shopper DUNG = shopper("KH4");
    private static final Shopper PARTNER = shopper("DT5");

    private TinyBusiness() {}

    static Truth truth() {
        Truth.Span span = new Truth.Span(
                LocalDate.parse("2025-01-01"), LocalDate.parse("2025-05-31"), ZONE, YearMonth.parse("2025-03"));
        return new Truth(span, List.of(ANH, BINH, CHI, DUNG, PARTNER), trade(), web(), books());
    }

    private static Truth.Trade trade() {
        Sale returned = sale("2025-04-08T10:00", ANH, Sale.Channel.SHOP, "200000", Sale.State.PAID);
        List<Sale> sales = List.of(
                sale("2025-01-07T10:00", CHI, Sale.Channel.SHOP, "70000", Sale.State.PAID),
                sale("2025-01-20T10:00", ANH, Sale.Channel.WEB, "90000", Sale.State.DELIVERED),
                sale("2025-04-07T00:05", BINH, Sale.Channel.WEB, "50000", Sale.State.CONFIRMED),
                returned,
                sale("2025-04-09T08:00", CHI, Sale.Channel.WEB, "1000000", Sale.State.CANCELLED),
                anonymous("2025-04-09T09:00", "30000"),
                sale("2025-04-12T12:00", CHI, Sale.Channel.WEB, "0", Sale.State.PAID),
                sale("2025-04-13T23:55", DUNG, Sale.Channel.WEB, "10000", Sale.State.PAID));
        Payback payback = new Payback("TH1", returned, at("2025-04-10T09:00"), new BigDecimal("20000"));
        Partner partner = new Partner(PARTNER, LocalDate.parse("2025-02-01"), LocalDate.parse("2025-05-31"));
        return new Truth.Trade(sales, List.of(payback), List.of(partner));
    }

    private static Truth.Web web() {
        LocalDate day = LocalDate.parse("2025-04-07");
        VisitDay.Counts counts = new VisitDay.Counts(50, 30, 40, 20, 3);
        AdSpend.Counts clicks = new AdSpend.Counts(1000, 10, 1, BigDecimal.ZERO);
        AdSpend.Campaign campaign = new AdSpend.Campaign("1", "one");
        return new Truth.Web(
                List.of(new VisitDay(day, counts, List.of())),
                List.of(new UniqueUsers(Grain.DAY, day, 40), new UniqueUsers(Grain.WEEK, day, 150)),
                List.of(
                        new AdSpend(AdSpend.Platform.GOOGLE, day, campaign, clicks, new BigDecimal("300000")),
                        new AdSpend(AdSpend.Platform.META, day, campaign, clicks, new BigDecimal("10.50"))),
                List.of(
                        mailing("2025-04-08T09:00", 110, 10, 10, 5),
                        mailing("2025-04-11T09:00", 1_000, 0, 1, 0),
                        mailing("2025-04-14T09:00", 10, 0, 10, 10)),
                inquiries(),
                List.of(
                        answer("2025-04-01T10:00", 5),
                        answer("2025-04-02T10:00", 5),
                        answer("2025-04-03T10:00", 4),
                        answer("2025-04-04T10:00", 3),
                        answer("2025-04-30T23:59", 1)));
    }

    private static List<Inquiry> inquiries() {
        return List.of(
                inquiry("2025-04-07T08:00", Optional.of(ANH), Inquiry.State.OPEN),
                inquiry("2025-04-07T09:00", Optional.of(ANH), Inquiry.State.WON),
                inquiry("2025-04-07T10:00", Optional.empty(), Inquiry.State.OPEN),
                inquiry("2025-04-07T11:00", Optional.of(BINH), Inquiry.State.SPAM),
                inquiry("2025-03-08T08:00", Optional.of(ANH), Inquiry.State.OPEN),
                inquiry("2025-05-08T08:00", Optional.of(ANH), Inquiry.State.OPEN));
    }

    private static Truth.Books books() {
        List<BookEntry> journal = List.of(
                entry("2025-03-31", BookEntry.Side.REVENUE, "1000000"),
                entry("2025-03-31", BookEntry.Side.REVENUE, "-100000"),
                entry("2025-03-31", BookEntry.Side.COST_OF_GOODS, "400000"),
                entry("2025-03-31", BookEntry.Side.MARKETING, "150000"),
                entry("2025-03-31", BookEntry.Side.SALES, "50000"),
                entry("2025-03-31", BookEntry.Side.TAX, "60000"),
                entry("2025-04-30", BookEntry.Side.REVENUE, "900000"),
                entry("2025-05-31", BookEntry.Side.REVENUE, "400000"));
        List<HandEntry> byHand = List.of(
                new HandEntry(YearMonth.parse("2025-04"), BookEntry.Side.SALES, new BigDecimal("30000"), ""),
                new HandEntry(YearMonth.parse("2025-04"), BookEntry.Side.RETENTION, new BigDecimal("6000"), ""),
                new HandEntry(YearMonth.parse("2025-05"), BookEntry.Side.RETENTION, new BigDecimal("8000"), ""));
        List<DollarRate> rates = List.of(new DollarRate(LocalDate.parse("2025-04-07"), new BigDecimal("25000")));
        return new Truth.Books(journal, byHand, rates, List.of());
    }

    private static Shopper shopper(String id) {
        return new Shopper(id, id + "@khach-hang.example", "0990000000", Shopper.Kind.RETAIL, true);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static Sale sale(String at, Shopper shopper, Sale.Channel channel, String net, Sale.State state) {
        return sale(at, Optional.of(shopper), channel, net, state);
    }

    private static Sale anonymous(String at, String net) {
        return sale(at, Optional.empty(), Sale.Channel.SHOP, net, Sale.State.PAID);
    }

    /** Every sale has a discount, tax and shipping that net must leave out. */
    private static Sale sale(String at, Optional<Shopper> shopper, Sale.Channel channel, String net, Sale.State state) {
        BigDecimal discount = new BigDecimal("5000");
        Sale.Line line = new Sale.Line("x", 1, new BigDecimal(net).add(discount));
        Sale.Bill bill = new Sale.Bill(discount, new BigDecimal("7000"), new BigDecimal("9000"));
        Sale.Course course = new Sale.Course(state, Optional.empty(), false);
        return new Sale("S-" + at, at(at), channel, shopper, course, List.of(line), bill);
    }

    private static Mailing mailing(String at, long sent, long bounces, long ownOpens, long human) {
        Mailing.Response response = new Mailing.Response(ownOpens + 50, ownOpens, human + 7, human, 0);
        return new Mailing("M-" + at, "", at(at), sent, bounces, response);
    }

    private static Inquiry inquiry(String at, Optional<Shopper> who, Inquiry.State state) {
        return new Inquiry("I-" + at, at(at), Inquiry.Origin.FORM, who, "direct", state);
    }

    private static Answer answer(String at, int score) {
        return new Answer("A-" + at, at(at), score, false);
    }

    private static BookEntry entry(String day, BookEntry.Side side, String amount) {
        return new BookEntry(day + side + amount, LocalDate.parse(day), side, new BigDecimal(amount), "");
    }
}
