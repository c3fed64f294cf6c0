package vn.nhip.metric;

import java.time.LocalDate;
import vn.nhip.spi.Grain;

/** Numbers the periods of one grain, and says to which of them an activity still counts; by table, for speed. */
final class Periods {

    private static final int FROM = Math.toIntExact(LocalDate.of(2005, 1, 1).toEpochDay());
    private static final int DAYS = 366 * 40;

    private final ActiveWindow window;
    private final int[] indexes = new int[DAYS];
    private final int[] lasts = new int[DAYS];

    Periods(ActiveWindow window) {
        this.window = window;
        for (int i = 0; i < DAYS; i++) {
            indexes[i] = indexOf(window.grain(), FROM + i);
        }
        int last = findLast(FROM);
        for (int i = 0; i < DAYS; i++) {
            while (countsFrom(last + 1) <= FROM + i) {
                last++;
            }
            lasts[i] = last;
        }
    }

    /** The period that holds the day. */
    int index(int epochDay) {
        int i = epochDay - FROM;
        return i >= 0 && i < DAYS ? indexes[i] : indexOf(window.grain(), epochDay);
    }

    /** The last period at whose end an activity of this day still counts; may lie before the day's own period. */
    int last(int epochDay) {
        int i = epochDay - FROM;
        return i >= 0 && i < DAYS ? lasts[i] : findLast(epochDay);
    }

    LocalDate start(int index) {
        return start(window.grain(), index);
    }

    private int findLast(int epochDay) {
        int last = indexOf(window.grain(), epochDay) - 2;
        while (countsFrom(last + 1) <= epochDay) {
            last++;
        }
        return last;
    }

    private long countsFrom(int index) {
        return window.firstDayFor(start(index)).toEpochDay();
    }

    private static int indexOf(Grain grain, int epochDay) {
        return switch (grain) {
            case DAY -> epochDay;
            case WEEK -> Math.floorDiv(epochDay + 3, 7);
            case MONTH -> {
                LocalDate day = LocalDate.ofEpochDay(epochDay);
                yield Math.toIntExact(day.getYear() * 12L + day.getMonthValue() - 1);
            }
        };
    }

    private static LocalDate start(Grain grain, int index) {
        return switch (grain) {
            case DAY -> LocalDate.ofEpochDay(index);
            case WEEK -> LocalDate.ofEpochDay(7L * index - 3);
            case MONTH -> LocalDate.of(Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1, 1);
        };
    }
}
