package vn.nhip.incident;

import java.util.List;
import vn.nhip.spi.Grain;

/**
 * The method: scores of a series, and the episodes in them. The same series always gives the same.
 *
 * <p>What it does not see: below about 50 things a day only what more than halves or doubles them stands out of chance.
 */
public final class Watch {

    private Watch() {}

    /** Each point judged by those before it; points in order. */
    public static List<Judged> judge(Scale scale, Grain grain, List<Point> points) {
        return grain == Grain.DAY ? DailyMethod.judge(scale, points) : PeriodMethod.judge(scale, grain, points);
    }

    /** When the series was off, in order; the last may still go on. */
    public static List<Episode> episodes(Scale scale, Grain grain, List<Point> points) {
        double alarm = grain == Grain.DAY ? DailyMethod.ALARM : PeriodMethod.ALARM;
        return Episodes.of(alarm, judge(scale, grain, points));
    }
}
