package vn.nhip.sandbox;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.nhip.sandbox.truth.UniqueUsers;
import vn.nhip.sandbox.truth.VisitDay;
import vn.nhip.sandbox.truth.VisitDay.Counts;
import vn.nhip.sandbox.truth.VisitDay.From;
import vn.nhip.sandbox.truth.VisitDay.Part;

/** Web visits by day; twice a year the tracking breaks for three days. */
final class Visits {
    private record Share(From from, double weight) {}

    private static final List<Share> SHARES = List.of(
            share("Organic Search", "google", "organic", "(organic)", 0.30),
            share("Direct", "(direct)", "(none)", "(direct)", 0.17),
            share("Paid Search", "google", "cpc", "tra-va-am-tra", 0.12),
            share("Paid Search", "google", "cpc", "thuong-hieu", 0.05),
            share("Paid Social", "facebook", "paid", "qua-tang", 0.10),
            share("Paid Social", "facebook", "paid", "khach-cu", 0.04),
            share("Organic Social", "facebook", "social", "(referral)", 0.07),
            share("Organic Social", "zalo", "social", "(referral)", 0.04),
            share("Email", "mailchimp", "email", "ban-tin", 0.05),
            share("Organic Search", "coccoc", "organic", "(organic)", 0.02));

    private final long seed;
    private final Season season;

    Visits(long seed, LocalDate opening) {
        this.seed = seed;
        this.season = new Season(opening);
    }

    private static Share share(String channel, String source, String medium, String campaign, double weight) {
        return new Share(new From(channel, source, medium, campaign), weight);
    }

    /** Every day that was recorded; the second day of an outage is missing altogether. */
    List<VisitDay> days(LocalDate firstDay, LocalDate lastDay) {
        return firstDay.datesUntil(lastDay.plusDays(1))
                .filter(day -> outageDay(day) != 2)
                .map(this::day)
                .toList();
    }

    /** 1 to 3 on the days of an outage, which begins on the second Tuesday of March and September; otherwise 0. */
    static int outageDay(LocalDate day) {
        if (day.getMonth() != Month.MARCH && day.getMonth() != Month.SEPTEMBER) {
            return 0;
        }
        LocalDate start = day.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.TUESDAY));
        int nth = day.getDayOfMonth() - start.getDayOfMonth() + 1;
        return nth >= 1 && nth <= 3 ? nth : 0;
    }

    private static double recorded(LocalDate day) {
        return switch (outageDay(day)) {
            case 1 -> 0.12;
            case 3 -> 0.04;
            default -> 1;
        };
    }

    private VisitDay day(LocalDate day) {
        Dice dice = Dice.of(seed, "visits", day.toEpochDay());
        long users = Math.max(3, Math.round(620 * season.online(day) * dice.around(0.06) * recorded(day)));
        Counts whole = counts(Math.round(users * (1.24 + 0.04 * dice.around(0.5))), users, dice);
        return new VisitDay(day, whole, parts(whole, dice));
    }

    private static Counts counts(long sessions, long users, Dice dice) {
        long engaged = dice.part(sessions, 0.56);
        return new Counts(sessions, engaged, users, dice.part(users, 0.6), dice.part(engaged, 0.07));
    }

    private static List<Part> parts(Counts whole, Dice dice) {
        List<Part> parts = new ArrayList<>();
        Counts left = whole;
        for (Share share : SHARES) {
            double weight = share.weight() * dice.around(0.1);
            Counts part = new Counts(
                    Math.min(left.sessions(), (long) (whole.sessions() * weight)),
                    Math.min(left.engaged(), (long) (whole.engaged() * weight)),
                    (long) (whole.users() * weight * 1.06),
                    Math.min(left.newUsers(), (long) (whole.newUsers() * weight)),
                    Math.min(left.keyEvents(), (long) (whole.keyEvents() * weight)));
            parts.add(new Part(share.from(), part));
            left = minus(left, part);
        }
        parts.add(new Part(From.OTHER, left));
        return parts;
    }

    private static Counts minus(Counts all, Counts part) {
        return new Counts(
                all.sessions() - part.sessions(),
                all.engaged() - part.engaged(),
                Math.max(0, all.users() - part.users()),
                all.newUsers() - part.newUsers(),
                all.keyEvents() - part.keyEvents());
    }

    /** Unique users of each day, week and month: fewer than the days' sum, as some people come back. */
    static List<UniqueUsers> unique(List<VisitDay> days) {
        List<UniqueUsers> unique = new ArrayList<>();
        for (UniqueUsers.Grain grain : UniqueUsers.Grain.values()) {
            SortedMap<LocalDate, List<Long>> periods = new TreeMap<>();
            days.forEach(day -> periods.computeIfAbsent(grain.startOf(day.day()), start -> new ArrayList<>())
                    .add(day.whole().users()));
            periods.forEach((start, users) -> unique.add(new UniqueUsers(grain, start, UniqueUsers.together(users))));
        }
        return unique;
    }
}
