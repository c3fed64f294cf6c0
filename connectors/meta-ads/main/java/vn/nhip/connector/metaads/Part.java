package vn.nhip.connector.metaads;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.nhip.spi.DayRange;

/**
 * A report to be made: the account's own figures or its campaigns', of some days.
 *
 * <p>Shape: days as ISO text, since it travels in a cursor; {@code campaigns} are the only ones asked for, all when empty.
 * {@code limit} rows a page; {@code lean} without what can be done without; {@code orders} so far.
 */
record Part(boolean total, String first, String last, List<String> campaigns, int limit, boolean lean, int orders) {

    static final int LIMIT = 500;
    static final int SMALLEST_LIMIT = 25;

    Part {
        campaigns = List.copyOf(campaigns);
    }

    static Part of(boolean total, DayRange days) {
        return new Part(total, days.first().toString(), days.last().toString(), List.of(), LIMIT, false, 0);
    }

    DayRange days() {
        return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
    }

    boolean ofOneDay() {
        return first.equals(last);
    }

    /** Whether it cannot be split: one day of the account, or of one campaign. */
    boolean smallest() {
        return ofOneDay() && (total || campaigns.size() == 1);
    }

    /** Fewer rows a page. */
    Part halfLimit() {
        return new Part(total, first, last, campaigns, Math.max(SMALLEST_LIMIT, limit / 2), lean, orders);
    }

    /** Without the fields that figures can do without. */
    Part leaner() {
        return new Part(total, first, last, campaigns, LIMIT, true, orders);
    }

    Part ordered() {
        return new Part(total, first, last, campaigns, limit, lean, orders + 1);
    }

    Part from(LocalDate day) {
        return new Part(total, day.toString(), last, campaigns, limit, lean, 0);
    }

    /** Two halves of the days, newest first; each asks as the whole did, with all rows and fields again. */
    List<Part> byDays() {
        LocalDate start = LocalDate.parse(first);
        LocalDate middle = start.plusDays((LocalDate.parse(last).toEpochDay() - start.toEpochDay()) / 2);
        return Stream.of(new DayRange(middle.plusDays(1), LocalDate.parse(last)), new DayRange(start, middle))
                .map(days ->
                        new Part(total, days.first().toString(), days.last().toString(), campaigns, LIMIT, false, 0))
                .toList();
    }

    /** Two halves of these campaigns, or one part when there is one only. */
    List<Part> byCampaigns(List<String> ids) {
        int middle = (ids.size() + 1) / 2;
        return Stream.of(ids.subList(0, middle), ids.subList(middle, ids.size()))
                .filter(half -> !half.isEmpty())
                .map(half -> new Part(total, first, last, half, LIMIT, false, 0))
                .toList();
    }

    String words() {
        return (total ? "the account" : campaigns.size() == 1 ? "campaign " + campaigns.get(0) : "the campaigns")
                + (ofOneDay() ? " on " + first : " from " + first + " to " + last);
    }
}
