package vn.nhip.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;

/**
 * Who came to be a customer on which day, and when they bought.
 *
 * <p>Each customer has a rate of their own (gamma) and leaves after any purchase with a chance of their own (beta), so
 * that a BG/NBD model fits; the season thins the purchases out.
 */
final class Crowd {
    /** Which channels a retail customer uses. */
    enum Home {
        SHOP,
        WEB,
        BOTH
    }

    private final long seed;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final Season season;
    private final double[] shopLevels;
    private final double[] onlineLevels;
    private final Inquiries inquiries;
    private final List<Shopper> shoppers = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();

    Crowd(long seed, LocalDate firstDay, LocalDate lastDay) {
        this.seed = seed;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.season = new Season(firstDay);
        this.shopLevels = days().mapToDouble(season::shop).toArray();
        this.onlineLevels = days().mapToDouble(season::online).toArray();
        this.inquiries = new Inquiries(lastDay);
        days().forEach(this::day);
    }

    private Stream<LocalDate> days() {
        return firstDay.datesUntil(lastDay.plusDays(1));
    }

    List<Shopper> shoppers() {
        return shoppers;
    }

    List<Purchase> purchases() {
        return purchases;
    }

    List<Inquiry> inquiries() {
        return inquiries.all();
    }

    private void day(LocalDate day) {
        Dice dice = Dice.of(seed, "newcomers", day.toEpochDay());
        double retail = 6 * (season.shop(day) + season.online(day)) / 2;
        newcomers(day, 0, dice.poisson(retail), Shopper.Kind.RETAIL);
        newcomers(day, 100, dice.poisson(4 * season.online(day)), Shopper.Kind.MARKETPLACE);
        prospects(day, dice.poisson(7 * season.online(day)));
        int anonymous = dice.poisson(12 * season.shop(day));
        for (int i = 0; i < anonymous; i++) {
            purchases.add(Purchase.anonymous(day, i));
        }
    }

    private void newcomers(LocalDate day, int from, int count, Shopper.Kind kind) {
        for (int i = 0; i < count; i++) {
            live(day, shopper(day, from + i, kind));
        }
    }

    /** People who ask first; about a third of them buy within a week. */
    private void prospects(LocalDate day, int count) {
        for (int i = 0; i < count; i++) {
            Dice dice = Dice.of(seed, "prospect", day.toEpochDay(), i);
            Shopper shopper = shopper(day, 200 + i, Shopper.Kind.RETAIL);
            LocalDate buys = day.plusDays(dice.between(0, 6));
            if (dice.chance(0.35) && !buys.isAfter(lastDay)) {
                live(buys, shopper);
            }
            inquiries.of(shopper, day, dice);
        }
    }

    private void live(LocalDate first, Shopper shopper) {
        Dice dice = Dice.of(seed, "life", Contact.number(shopper));
        Home home = List.of(Home.SHOP, Home.WEB, Home.BOTH).get(dice.weighted(0.45, 0.3, shopper.member() ? 0.25 : 0));
        Habit habit = new Habit(dice.gamma(0.7) / 60, dice.beta(0.9, 2.6), 0.5 + dice.gamma(2.5) / 4);
        shoppers.add(shopper);
        double at = first.toEpochDay();
        for (int nth = 0; at < lastDay.toEpochDay() + 1; nth++) {
            Sale.Channel channel = channel(shopper, home, dice);
            purchases.add(Purchase.of(LocalDate.ofEpochDay((long) at), channel, shopper, nth, habit.spend()));
            if (dice.chance(habit.leaves())) {
                return;
            }
            at = next(at, channel, dice, habit.rate());
        }
    }

    /** The next moment, in days, at which this rate and the season make somebody buy; or one after the last day. */
    private double next(double from, Sale.Channel channel, Dice dice, double rate) {
        double end = lastDay.toEpochDay() + 1.0;
        double at = from + dice.exponential(rate * Season.MOST);
        while (at < end && !dice.chance(level(channel, LocalDate.ofEpochDay((long) at)) / Season.MOST)) {
            at += dice.exponential(rate * Season.MOST);
        }
        return at;
    }

    private double level(Sale.Channel channel, LocalDate day) {
        int index = (int) (day.toEpochDay() - firstDay.toEpochDay());
        return channel == Sale.Channel.SHOP ? shopLevels[index] : onlineLevels[index];
    }

    private static Sale.Channel channel(Shopper shopper, Home home, Dice dice) {
        if (shopper.kind() == Shopper.Kind.MARKETPLACE) {
            return Sale.Channel.SHOPEE;
        }
        return switch (home) {
            case SHOP -> Sale.Channel.SHOP;
            case WEB -> Sale.Channel.WEB;
            case BOTH -> dice.chance(0.5) ? Sale.Channel.SHOP : Sale.Channel.WEB;
        };
    }

    private Shopper shopper(LocalDate day, int index, Shopper.Kind kind) {
        boolean member = Dice.of(seed, "member", day.toEpochDay(), index).chance(0.65);
        return Contact.of(firstDay, day, index, kind, member);
    }

    /** Purchases a day while an active customer, the chance to leave after each, and spending beside others'. */
    private record Habit(double rate, double leaves, double spend) {}
}
