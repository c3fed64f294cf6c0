package vn.nhip.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import vn.nhip.sandbox.truth.DollarRate;
import vn.nhip.sandbox.truth.FootCount;

/** Numbers of every day: a made-up dollar rate, and people counted at the shop's door. */
final class Rates {
    private Rates() {}

    static List<DollarRate> of(long seed, LocalDate firstDay, LocalDate lastDay) {
        return firstDay.datesUntil(lastDay.plusDays(1))
                .map(day -> new DollarRate(day, rate(seed, day)))
                .toList();
    }

    private static BigDecimal rate(long seed, LocalDate day) {
        double swing = 350 * StrictMath.sin(day.toEpochDay() / 97.0);
        int noise = Dice.of(seed, "rate", day.toEpochDay()).between(-60, 60);
        return BigDecimal.valueOf(25_600 + Math.round(swing) + noise);
    }

    static List<FootCount> footCounts(long seed, LocalDate firstDay, LocalDate lastDay) {
        Season season = new Season(firstDay);
        return firstDay.datesUntil(lastDay.plusDays(1))
                .map(day -> {
                    double noise = Dice.of(seed, "door", day.toEpochDay()).around(0.08);
                    return new FootCount(day, Math.round(75 * season.shop(day) * noise));
                })
                .toList();
    }
}
