package vn.nhip.kit.facts;

import java.math.BigDecimal;
import java.text.Normalizer;

/** The text of a cell: trimmed (no-break spaces too), in Unicode's composed form, so that equal words are equal. */
final class CellText {

    /** As long as a cell of a workbook may be. */
    private static final int MAX_LENGTH = 32_767;

    /** A damaged number cell may have a billion zeros. */
    private static final int MAX_PLACES = 1_000;

    private static final char FIRST_COMBINING = 0x300;

    private CellText() {}

    static String clean(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        String trimmed = text.substring(start, end);
        return isPlain(trimmed) ? trimmed : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
    }

    /** A text that may be stored; refuses what no database keeps. */
    static String storable(String text) {
        if (text.length() > MAX_LENGTH) {
            throw Refusal.of("is longer than " + MAX_LENGTH + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.of("holds a NUL character; the file may be damaged or in another encoding");
        }
        return text;
    }

    /** A typed cell as text: whole numbers without decimals, days and times in ISO form. */
    static String of(Object cell) {
        if (cell instanceof BigDecimal number) {
            boolean writable = Math.abs((long) number.scale()) <= MAX_PLACES;
            BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            return writable ? shortest.toPlainString() : shortest.toString();
        }
        return cell.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || (c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF'));
    }
}
