package vn.nhip.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.nhip.spi.DayRange;

/** Days as stretches that neither meet nor overlap, oldest first. */
record DaySet(List<DayRange> stretches) {

    DaySet {
        stretches = List.copyOf(stretches);
    }

    DaySet plus(DayRange more) {
        List<DayRange> all = new ArrayList<>();
        DayRange grown = more;
        for (DayRange one : stretches) {
            if (one.last().plusDays(1).isBefore(grown.first())
                    || grown.last().plusDays(1).isBefore(one.first())) {
                all.add(one);
            } else {
                grown = new DayRange(earlier(one.first(), grown.first()), later(one.last(), grown.last()));
            }
        }
        all.add(grown);
        all.sort(Comparator.comparing(DayRange::first));
        return new DaySet(all);
    }

    DaySet minus(DayRange less) {
        List<DayRange> left = new ArrayList<>();
        for (DayRange one : stretches) {
            add(left, one.first(), earlier(one.last(), less.first().minusDays(1)));
            add(left, later(one.first(), less.last().plusDays(1)), one.last());
        }
        return new DaySet(left.stream().distinct().toList());
    }

    private static void add(List<DayRange> left, LocalDate first, LocalDate last) {
        if (!first.isAfter(last)) {
            left.add(new DayRange(first, last));
        }
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
