package vn.nhip.sandbox;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;

/** All orders in order of time, each with the number that its channel's own counter of the day gave it. */
final class Sales {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private Sales() {}

    static List<Sale> of(long seed, LocalDate lastDay, List<Purchase> purchases) {
        SortedMap<LocalDate, List<Purchase>> byDay = new TreeMap<>();
        for (Purchase purchase : purchases) {
            byDay.computeIfAbsent(purchase.day(), day -> new ArrayList<>()).add(purchase);
        }
        Till till = new Till(seed, lastDay);
        List<Sale> sales = new ArrayList<>();
        byDay.forEach((day, bought) -> sales.addAll(day(day, bought, till)));
        return sales;
    }

    private static List<Sale> day(LocalDate day, List<Purchase> bought, Till till) {
        List<Sale> rung = bought.stream()
                .sorted(Comparator.comparingLong(Purchase::name).thenComparingInt(Purchase::nth))
                .map(till::ring)
                .sorted(Comparator.comparing(Sale::at))
                .toList();
        Map<Sale.Channel, Integer> counters = new EnumMap<>(Sale.Channel.class);
        return rung.stream()
                .map(sale -> numbered(sale, day, counters.merge(sale.channel(), 1, Integer::sum)))
                .toList();
    }

    private static Sale numbered(Sale sale, LocalDate day, int count) {
        String prefix =
                switch (sale.channel()) {
                    case SHOP -> "HD";
                    case WEB -> "WEB";
                    case SHOPEE -> "SPE";
                    case WHOLESALE -> "BS";
                };
        String number = prefix + STAMP.format(day) + String.format(Locale.ROOT, "-%03d", count);
        return new Sale(number, sale.at(), sale.channel(), sale.shopper(), sale.course(), sale.lines(), sale.bill());
    }

    /** Three of a hundred sales come back, whole or in part, a fifth of them after more than a month. */
    static List<Payback> paybacks(long seed, LocalDate lastDay, List<Sale> sales) {
        List<Payback> paybacks = new ArrayList<>();
        for (Sale sale : sales) {
            Dice dice = Dice.of(seed, "payback", sale.number().hashCode());
            if (!dice.chance(0.03) || !sale.counts() || sale.net().signum() == 0) {
                continue;
            }
            int after = dice.chance(0.2) ? dice.between(31, 60) : dice.between(6, 25);
            LocalDate day = Moments.day(sale.at()).plusDays(after);
            boolean whole = dice.chance(0.6);
            if (!day.isAfter(lastDay)) {
                var amount = whole ? sale.net() : sale.lines().get(0).amount().min(sale.net());
                paybacks.add(new Payback("TH-" + sale.number(), sale, Moments.on(day, dice, 9, 20), amount));
            }
        }
        paybacks.sort(Comparator.comparing(Payback::at).thenComparing(Payback::id));
        return paybacks;
    }
}
