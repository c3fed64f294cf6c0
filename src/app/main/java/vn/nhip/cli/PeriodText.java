package vn.nhip.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import vn.nhip.spi.Grain;

/** A period as a person writes it: {@code 2026-11-20}, {@code 2026-W46} or {@code 2026-10}. */
record PeriodText(Grain grain, LocalDate start) {

    private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    static PeriodText parse(String text) {
        try {
            if (WEEK.matcher(text).matches()) {
                return new PeriodText(Grain.WEEK, LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
            }
            if (MONTH.matcher(text).matches()) {
                return new PeriodText(Grain.MONTH, YearMonth.parse(text).atDay(1));
            }
            return new PeriodText(Grain.DAY, LocalDate.parse(text));
        } catch (DateTimeException wrong) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "'" + text
                            + "' is no period. Write a day as 2026-11-20, an ISO week as 2026-W46, a month as 2026-10.");
        }
    }
}
