package vn.nhip.sandbox.files;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How exports write times and amounts: the shapes that their mappings declare. */
final class Shapes {
    private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter VIETNAMESE_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;

    Shapes(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** {@code 05/11/2026 14:03}. */
    String vietnamese(Instant at) {
        return VIETNAMESE.format(at.atZone(zone));
    }

    /** {@code 2026-11-05 14:03}. */
    String iso(Instant at) {
        return ISO.format(at.atZone(zone));
    }

    /** {@code 20261105}. */
    static String compact(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** {@code 05/11/2026}. */
    static String vietnamese(LocalDate day) {
        return VIETNAMESE_DAY.format(day);
    }

    /** {@code 1.234.567}; amounts are never negative here. */
    static String dotted(BigDecimal amount) {
        return grouped(amount, '.', ',');
    }

    /** {@code 1,234,567}. */
    static String comma(long count) {
        return grouped(BigDecimal.valueOf(count), ',', '.');
    }

    /** {@code 1,234,567}. */
    static String comma(BigDecimal amount) {
        return grouped(amount, ',', '.');
    }

    /** {@code 0990 123 456}. */
    static String spaced(String phone) {
        return phone.substring(0, 4) + " " + phone.substring(4, 7) + " " + phone.substring(7);
    }

    /** {@code +84 990123456}. */
    static String international(String phone) {
        return "+84 " + phone.substring(1);
    }

    private static String grouped(BigDecimal amount, char group, char decimal) {
        String plain = amount.toPlainString();
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        if (point >= 0) {
            text.setCharAt(point, decimal);
        }
        for (int i = (point < 0 ? plain.length() : point) - 3; i > 0; i -= 3) {
            text.insert(i, group);
        }
        return text.toString();
    }
}
