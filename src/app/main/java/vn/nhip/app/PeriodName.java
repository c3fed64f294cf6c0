package vn.nhip.app;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.nhip.spi.Grain;

/** A period as a person or an address writes it: {@code 2026-11-20}, {@code 2026-W46} or {@code 2026-10}. */
public record PeriodName(Grain grain, LocalDate start) {

    private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    /** The period of this name; empty when the text names none. */
    public static Optional<PeriodName> parse(String text) {
        try {
            if (WEEK.matcher(text).matches()) {
                return Optional.of(
                        new PeriodName(Grain.WEEK, LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE)));
            }
            if (MONTH.matcher(text).matches()) {
                return Optional.of(
                        new PeriodName(Grain.MONTH, YearMonth.parse(text).atDay(1)));
            }
            return Optional.of(new PeriodName(Grain.DAY, LocalDate.parse(text)));
        } catch (DateTimeException noPeriod) {
            return Optional.empty();
        }
    }

    public String text() {
        return switch (grain) {
            case DAY -> start.toString();
            case WEEK -> DateTimeFormatter.ISO_WEEK_DATE.format(start).substring(0, 8);
            case MONTH -> YearMonth.from(start).toString();
        };
    }
}
