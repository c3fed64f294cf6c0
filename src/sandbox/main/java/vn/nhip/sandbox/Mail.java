package vn.nhip.sandbox;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.nhip.sandbox.truth.Mailing;

/** The newsletter goes out on Tuesdays, the offers on Fridays, both at nine. */
final class Mail {
    private static final long LIST_AT_OPENING = 1_800;
    private static final long JOIN_PER_DAY = 5;

    private Mail() {}

    static List<Mailing> of(long seed, LocalDate firstDay, LocalDate lastDay) {
        return firstDay.datesUntil(lastDay.plusDays(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.TUESDAY || day.getDayOfWeek() == DayOfWeek.FRIDAY)
                .map(day -> mailing(seed, firstDay, day))
                .toList();
    }

    private static Mailing mailing(long seed, LocalDate firstDay, LocalDate day) {
        Dice dice = Dice.of(seed, "mail", day.toEpochDay());
        boolean offer = day.getDayOfWeek() == DayOfWeek.FRIDAY;
        long sent = LIST_AT_OPENING + JOIN_PER_DAY * ChronoUnit.DAYS.between(firstDay, day) + dice.between(-40, 40);
        long bounces = dice.part(sent, 0.012);
        long ownOpens = dice.part(sent - bounces, offer ? 0.19 : 0.24);
        long proxyOpens = dice.part(sent - bounces, 0.15);
        long human = dice.part(ownOpens, offer ? 0.13 : 0.1);
        long scanners = dice.part(sent, 0.006);
        Mailing.Response response =
                new Mailing.Response(ownOpens + proxyOpens, ownOpens, human + scanners, human, dice.part(sent, 0.0015));
        String name = (offer ? "Ưu đãi cuối tuần " : "Bản tin trà ") + day;
        return new Mailing(
                "mc-" + day, name, day.atTime(9, 0).atZone(SampleBusiness.ZONE).toInstant(), sent, bounces, response);
    }
}
