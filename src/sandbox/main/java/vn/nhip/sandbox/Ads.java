package vn.nhip.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import vn.nhip.sandbox.truth.AdSpend;
import vn.nhip.sandbox.truth.AdSpend.Campaign;
import vn.nhip.sandbox.truth.AdSpend.Platform;

/** What advertising cost; twice a year one campaign's budget runs away for ten days before somebody sees it. */
final class Ads {
    /** A campaign with its ordinary cost a day, in its platform's currency, and the price of a click. */
    private record Plan(Platform platform, Campaign campaign, double perDay, double perClick) {}

    private static final Campaign RUNAWAY = new Campaign("23850000000000102", "Quà tặng – khách mới");
    private static final List<Plan> PLANS = List.of(
            new Plan(Platform.GOOGLE, new Campaign("2100000101", "Tìm kiếm – trà và ấm trà"), 330_000, 3_600),
            new Plan(Platform.GOOGLE, new Campaign("2100000102", "Tìm kiếm – thương hiệu"), 90_000, 1_500),
            new Plan(Platform.GOOGLE, new Campaign("2100000103", "Mua sắm – toàn bộ sản phẩm"), 260_000, 2_400),
            new Plan(Platform.META, new Campaign("23850000000000101", "Tiếp thị lại – khách cũ"), 6, 0.11),
            new Plan(Platform.META, RUNAWAY, 14, 0.14),
            new Plan(Platform.META, new Campaign("23850000000000103", "Nhận diện – Hà Nội và TP.HCM"), 5, 0.08));
    private static final Map<Platform, Integer> DECIMALS = Map.of(Platform.GOOGLE, 0, Platform.META, 2);
    private static final int OVERRUN_DAYS = 10;

    private final long seed;
    private final Season season;

    Ads(long seed, LocalDate opening) {
        this.seed = seed;
        this.season = new Season(opening);
    }

    List<AdSpend> days(LocalDate firstDay, LocalDate lastDay) {
        return firstDay.datesUntil(lastDay.plusDays(1))
                .flatMap(day -> PLANS.stream().map(plan -> spend(plan, day)))
                .toList();
    }

    /** Whether the runaway campaign overspends: ten days from the first Monday of May and of October. */
    static boolean overrun(LocalDate day) {
        if (day.getMonth() != Month.MAY && day.getMonth() != Month.OCTOBER) {
            return false;
        }
        LocalDate start = day.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
        return !day.isBefore(start) && day.isBefore(start.plusDays(OVERRUN_DAYS));
    }

    private AdSpend spend(Plan plan, LocalDate day) {
        Dice dice = Dice.of(seed, "ads " + plan.campaign().id(), day.toEpochDay());
        boolean runaway = plan.campaign().equals(RUNAWAY) && overrun(day);
        double level = Math.max(0.3, season.online(day)) * dice.around(0.08) * (runaway ? 7 : 1);
        BigDecimal cost = money(plan, plan.perDay() * level);
        long clicks = Math.round(plan.perDay() * level / plan.perClick() / (runaway ? 2.5 : 1) * dice.around(0.1));
        long conversions = dice.part(clicks, 0.018);
        double worth = plan.platform() == Platform.GOOGLE ? 310_000 : 12.2;
        AdSpend.Counts counts = new AdSpend.Counts(
                Math.round(clicks * 42 * dice.around(0.15)), clicks, conversions, money(plan, conversions * worth));
        return new AdSpend(plan.platform(), day, plan.campaign(), counts, cost);
    }

    private static BigDecimal money(Plan plan, double amount) {
        return BigDecimal.valueOf(amount).setScale(DECIMALS.getOrDefault(plan.platform(), 0), RoundingMode.HALF_UP);
    }
}
