package vn.nhip.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Currency;
import java.util.Locale;
import vn.nhip.catalogue.Unit;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.spi.Grain;

/** The one way to render numbers, days and periods for people, on screen and in the format codes of a workbook. */
public final class Numbers {

    private static final char HARD_SPACE = '\u00A0';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

    private final Labels labels;
    private final Currency currency;
    private final String moneyCode;

    private Numbers(Labels labels, Currency currency) {
        this.labels = labels;
        this.currency = currency;
        this.moneyCode = formatCode(currency);
    }

    public static Numbers of(Labels labels, Currency businessCurrency) {
        return new Numbers(labels, businessCurrency);
    }

    /** A KPI value in its unit: {@code 1.234}, {@code 1.234.568 ₫}, {@code 12,3%}. */
    public String value(BigDecimal value, Unit unit) {
        return switch (unit) {
            case COUNT -> count(value);
            case MONEY -> money(value, currency);
            case RATIO -> percent(value);
        };
    }

    /** A count; decimals only where it has some, and then at most two. */
    public String count(BigDecimal value) {
        return decimal("#,##0.##").format(value);
    }

    public String count(long value) {
        return count(BigDecimal.valueOf(value));
    }

    /** An amount with its currency behind it: ₫ for đồng, the ISO code for others. */
    public String money(BigDecimal amount, Currency of) {
        return decimal(moneyPattern(of)).format(amount) + HARD_SPACE + symbol(of);
    }

    /** A ratio 0–1 as per cent with one decimal. */
    public String percent(BigDecimal ratio) {
        return decimal("#,##0.0%").format(ratio);
    }

    /** Percentage points. */
    public String points(BigDecimal points) {
        return decimal("#,##0.00").format(points);
    }

    /** A relative change with its sign, as per cent. */
    public String change(BigDecimal ratio) {
        return decimal("+#,##0.0%;-#,##0.0%").format(ratio);
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Wall-clock time in the zone. */
    public String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** A period by name: {@code 17/02/2026}, {@code Tuần 08/2026 (16/02–22/02)}, {@code Tháng 02/2026}. */
    public String period(Grain grain, LocalDate start) {
        return switch (grain) {
            case DAY -> day(start);
            case WEEK ->
                labels.text("period.week", week(start), SHORT_DAY.format(start), SHORT_DAY.format(grain.endOf(start)));
            case MONTH -> labels.text("period.month", MONTH.format(start));
        };
    }

    /** The short name of a period, for the axis of a chart. */
    public String shortPeriod(Grain grain, LocalDate start) {
        return switch (grain) {
            case DAY -> SHORT_DAY.format(start);
            case WEEK -> labels.text("period.week-short", week(start));
            case MONTH -> MONTH.format(start);
        };
    }

    private static String week(LocalDate start) {
        int week = start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return (week < 10 ? "0" : "") + week + "/" + start.get(IsoFields.WEEK_BASED_YEAR);
    }

    private DecimalFormat decimal(String pattern) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        boolean vietnamese = labels.language() == Language.VI;
        symbols.setGroupingSeparator(vietnamese ? '.' : ',');
        symbols.setDecimalSeparator(vietnamese ? ',' : '.');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** The invariant format code with which a spreadsheet shows a value of this unit. */
    String formatCode(Unit unit) {
        return switch (unit) {
            case COUNT -> "#,##0";
            case MONEY -> moneyCode;
            case RATIO -> "0.0%";
        };
    }

    static String formatCode(Currency of) {
        return moneyPattern(of) + "\" " + symbol(of) + "\"";
    }

    private static String moneyPattern(Currency of) {
        int decimals = Math.max(0, of.getDefaultFractionDigits());
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    private static String symbol(Currency of) {
        return of.getCurrencyCode().equals("VND") ? "₫" : of.getCurrencyCode();
    }
}
