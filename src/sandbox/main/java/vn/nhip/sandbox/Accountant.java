package vn.nhip.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.BookEntry;
import vn.nhip.sandbox.truth.BookEntry.Side;
import vn.nhip.sandbox.truth.DollarRate;
import vn.nhip.sandbox.truth.HandEntry;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;

/**
 * Keeps the books: sales and their cost every day, when the goods are handed over; everything else once a month is
 * closed. Before that, costs stand only in the workbook that people fill in by hand.
 */
final class Accountant {
    private static final BigDecimal TAX_RATE = new BigDecimal("0.20");
    private static final BigDecimal COMMISSION = new BigDecimal("0.01");
    private static final BigDecimal CARE_SHARE = new BigDecimal("0.004");

    private final long seed;
    private final Truth.Span span;
    private final List<BookEntry> journal = new ArrayList<>();
    private final List<HandEntry> byHand = new ArrayList<>();

    Accountant(long seed, Truth.Span span) {
        this.seed = seed;
        this.span = span;
    }

    List<BookEntry> journal() {
        return journal;
    }

    List<HandEntry> byHand() {
        return byHand;
    }

    void keep(List<Sale> sales, List<Payback> paybacks, List<AdSpend> ads, List<DollarRate> rates) {
        AdCost adCost = AdCost.of(ads, rates);
        handedOver(sales);
        paybacks.forEach(back -> book(
                back.id(), Moments.day(back.at()), Side.REVENUE, back.amount().negate(), "Hàng bán bị trả lại"));
        YearMonth last = YearMonth.from(span.lastDay());
        for (YearMonth month = YearMonth.from(span.firstDay()); month.isBefore(last); month = month.plusMonths(1)) {
            month(month, adCost);
        }
        journal.sort(Comparator.comparing(BookEntry::day).thenComparing(BookEntry::id));
    }

    /** One line of revenue and one of cost for each day and channel. */
    private void handedOver(List<Sale> sales) {
        SortedMap<String, BigDecimal[]> sums = new TreeMap<>();
        for (Sale sale : sales) {
            if (!sale.counts() || sale.course().deliveredAt().isEmpty()) {
                continue;
            }
            LocalDate day = Moments.day(sale.course().deliveredAt().get());
            BigDecimal cost = sale.lines().stream()
                    .map(line -> Goods.cost(line.product(), line.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal[] sum = sums.computeIfAbsent(
                    day + " " + sale.channel(), key -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
            sum[0] = sum[0].add(sale.net());
            sum[1] = sum[1].add(cost);
        }
        sums.forEach((key, sum) -> {
            LocalDate day = LocalDate.parse(key.substring(0, 10));
            String channel = key.substring(11);
            book("BH-" + day + "-" + channel, day, Side.REVENUE, sum[0], "Doanh thu bán hàng " + channel);
            book("GV-" + day + "-" + channel, day, Side.COST_OF_GOODS, sum[1], "Giá vốn " + channel);
        });
    }

    private void month(YearMonth month, AdCost adCost) {
        Dice dice = Dice.of(seed, "books", month.getYear(), month.getMonthValue());
        BigDecimal revenue = sum(month, Side.REVENUE);
        Map<Side, BigDecimal> costs = new EnumMap<>(Side.class);
        costs.put(Side.MARKETING, thousands(11_000 * dice.around(0.1)));
        costs.put(Side.SALES, thousands(26_000 * dice.around(0.03)).add(share(revenue, COMMISSION)));
        costs.put(Side.RETENTION, thousands(4_500 * dice.around(0.1)).add(share(revenue, CARE_SHARE)));
        costs.put(Side.OPERATING, thousands(78_000 * dice.around(0.05)));
        costs.forEach((side, amount) -> {
            if (side != Side.OPERATING) {
                byHand.add(new HandEntry(month, side, amount, text(side)));
            }
        });
        if (!month.isAfter(span.closedThrough())) {
            close(month, costs, adCost);
        }
    }

    private void close(YearMonth month, Map<Side, BigDecimal> costs, AdCost adCost) {
        LocalDate end = month.atEndOfMonth();
        for (AdSpend.Platform platform : AdSpend.Platform.values()) {
            String id = "QC-" + month + "-" + platform;
            book(id, end, Side.MARKETING, adCost.inDong(month, platform), "Quảng cáo " + platform);
        }
        costs.forEach((side, amount) -> book("CP-" + month + "-" + side, end, side, amount, text(side)));
        BigDecimal profit = BigDecimal.ZERO;
        for (Side side : Side.values()) {
            profit = side == Side.REVENUE ? profit.add(sum(month, side)) : profit.subtract(sum(month, side));
        }
        book("TN-" + month, end, Side.TAX, share(profit.max(BigDecimal.ZERO), TAX_RATE), text(Side.TAX));
    }

    private BigDecimal sum(YearMonth month, Side side) {
        return journal.stream()
                .filter(entry ->
                        entry.side() == side && YearMonth.from(entry.day()).equals(month))
                .map(BookEntry::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void book(String id, LocalDate day, Side side, BigDecimal amount, String text) {
        journal.add(new BookEntry(id, day, side, amount, text));
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal share) {
        return amount.multiply(share).setScale(0, RoundingMode.HALF_UP);
    }

    private static BigDecimal thousands(double amount) {
        return BigDecimal.valueOf(Math.round(amount)).multiply(BigDecimal.valueOf(1_000));
    }

    private static String text(Side side) {
        return switch (side) {
            case REVENUE -> "Doanh thu";
            case COST_OF_GOODS -> "Giá vốn";
            case MARKETING -> "Nội dung và dịch vụ tiếp thị";
            case SALES -> "Lương và hoa hồng bán hàng";
            case RETENTION -> "Chăm sóc và tri ân khách hàng";
            case OPERATING -> "Thuê cửa hàng, lương văn phòng, điện nước";
            case TAX -> "Thuế thu nhập doanh nghiệp";
        };
    }

    /** What a platform's bill of a month comes to in đồng, each day at its own rate, rounded once. */
    private record AdCost(List<AdSpend> ads, Map<LocalDate, BigDecimal> rates) {
        static AdCost of(List<AdSpend> ads, List<DollarRate> rates) {
            Map<LocalDate, BigDecimal> byDay = new TreeMap<>();
            rates.forEach(rate -> byDay.put(rate.day(), rate.rate()));
            return new AdCost(ads, byDay);
        }

        BigDecimal inDong(YearMonth month, AdSpend.Platform platform) {
            return ads.stream()
                    .filter(ad -> ad.platform() == platform
                            && YearMonth.from(ad.day()).equals(month))
                    .map(this::inDong)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .setScale(0, RoundingMode.HALF_UP);
        }

        private BigDecimal inDong(AdSpend ad) {
            return switch (ad.platform()) {
                case GOOGLE -> ad.cost();
                case META -> ad.cost().multiply(rates.getOrDefault(ad.day(), BigDecimal.ZERO));
            };
        }
    }
}
