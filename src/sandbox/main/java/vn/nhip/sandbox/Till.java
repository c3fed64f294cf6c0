package vn.nhip.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.sandbox.truth.Sale;

/** Turns a purchase into an order: what was taken, what it cost, and how it went. */
final class Till {
    private static final BigDecimal VAT = new BigDecimal("0.08");
    private static final BigDecimal FREE_SHIPPING_FROM = new BigDecimal(500_000);

    private final long seed;
    private final LocalDate lastDay;

    Till(long seed, LocalDate lastDay) {
        this.seed = seed;
        this.lastDay = lastDay;
    }

    /** The order, still without its number. */
    Sale ring(Purchase purchase) {
        Dice dice = Dice.of(seed, "sale", purchase.day().toEpochDay(), purchase.name(), purchase.nth());
        Instant at = moment(purchase, dice);
        List<Sale.Line> lines = lines(purchase, dice);
        Sale.Bill bill = bill(purchase, lines, dice);
        Sale.Course course = course(purchase.channel(), at, dice);
        return new Sale("", at, purchase.channel(), purchase.shopper(), course, lines, bill);
    }

    private static Instant moment(Purchase purchase, Dice dice) {
        return switch (purchase.channel()) {
            case SHOP -> Moments.on(purchase.day(), dice, 8, 22);
            case WEB, SHOPEE -> Moments.on(purchase.day(), dice, dice.chance(0.12) ? 0 : 7, 24);
            case WHOLESALE -> Moments.on(purchase.day(), dice, 9, 17);
        };
    }

    private static List<Sale.Line> lines(Purchase purchase, Dice dice) {
        boolean wholesale = purchase.channel() == Sale.Channel.WHOLESALE;
        int count = 1 + dice.poisson(wholesale ? 2 : 0.6);
        List<Sale.Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Goods goods = Goods.ALL.get(dice.weighted(Goods.WEIGHTS));
            int quantity = 1 + dice.poisson(purchase.spend() * (wholesale ? 10 : 0.4));
            lines.add(new Sale.Line(goods.name(), quantity, goods.price()));
        }
        return lines;
    }

    private static Sale.Bill bill(Purchase purchase, List<Sale.Line> lines, Dice dice) {
        BigDecimal gross = lines.stream().map(Sale.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal discount = gross.multiply(BigDecimal.valueOf(discountPercent(purchase, dice)))
                .movePointLeft(2)
                .setScale(-3, RoundingMode.HALF_UP)
                .setScale(0)
                .min(gross);
        BigDecimal net = gross.subtract(discount);
        BigDecimal tax = net.multiply(VAT).setScale(0, RoundingMode.HALF_UP);
        return new Sale.Bill(discount, tax, shipping(purchase.channel(), net));
    }

    private static int discountPercent(Purchase purchase, Dice dice) {
        boolean online = purchase.channel() == Sale.Channel.WEB || purchase.channel() == Sale.Channel.SHOPEE;
        if (online && Season.isDoubleDate(purchase.day()) && dice.chance(0.6)) {
            return dice.between(10, 20);
        }
        if (dice.chance(0.003)) {
            return 100;
        }
        return dice.chance(0.15) ? dice.between(5, 10) : 0;
    }

    private static BigDecimal shipping(Sale.Channel channel, BigDecimal net) {
        return switch (channel) {
            case SHOP, WHOLESALE -> BigDecimal.ZERO;
            case WEB -> net.compareTo(FREE_SHIPPING_FROM) < 0 ? BigDecimal.valueOf(25_000) : BigDecimal.ZERO;
            case SHOPEE -> BigDecimal.valueOf(16_500);
        };
    }

    private Sale.Course course(Sale.Channel channel, Instant at, Dice dice) {
        return switch (channel) {
            case SHOP ->
                new Sale.Course(dice.chance(0.015) ? Sale.State.CANCELLED : Sale.State.PAID, Optional.of(at), false);
            case WHOLESALE -> new Sale.Course(Sale.State.PAID, Optional.of(at), false);
            case WEB -> sent(at, dice, new double[] {0.07, 0.03, 0.9}, dice.chance(0.55));
            case SHOPEE -> sent(at, dice, new double[] {0.06, 0.01, 0.93}, dice.chance(0.7));
        };
    }

    /** Orders that travel; the weights are of cancelled, still pending, and sent. */
    private Sale.Course sent(Instant at, Dice dice, double[] fate, boolean cash) {
        int end = dice.weighted(fate);
        Instant arrives = at.plus(Duration.ofHours(dice.between(20, 96)));
        if (end < 2) {
            Sale.State state = end == 0 ? Sale.State.CANCELLED : Sale.State.PENDING;
            return new Sale.Course(state, Optional.empty(), cash);
        }
        if (Moments.day(arrives).isAfter(lastDay)) {
            return new Sale.Course(cash ? Sale.State.CONFIRMED : Sale.State.PAID, Optional.empty(), cash);
        }
        return new Sale.Course(Sale.State.DELIVERED, Optional.of(arrives), cash);
    }
}
