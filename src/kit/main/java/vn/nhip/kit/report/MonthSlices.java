package vn.nhip.kit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Grain;
import vn.nhip.spi.Slice;

/** Cuts the days of a report into calendar months, newest first; a day that has not ended in the account's zone waits. */
public final class MonthSlices {

    private MonthSlices() {}

    /** The last day that has ended in the account's zone. */
    public static LocalDate yesterday(ConnectorContext context) {
        return LocalDate.now(context.clock().withZone(context.zone())).minusDays(1);
    }

    /** The slices of these days; none when not one of them has ended. */
    public static List<Slice> of(DayRange days, ConnectorContext context) {
        List<Slice> slices = new ArrayList<>();
        LocalDate yesterday = yesterday(context);
        LocalDate last = days.last().isAfter(yesterday) ? yesterday : days.last();
        while (!last.isBefore(days.first())) {
            LocalDate month = Grain.MONTH.startOf(last);
            LocalDate first = month.isBefore(days.first()) ? days.first() : month;
            slices.add(Slice.days(new DayRange(first, last)));
            last = first.minusDays(1);
        }
        return List.copyOf(slices);
    }
}
