package vn.nhip.connector.metaads;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as Meta writes them: in text, with a point, exact. */
final class Figures {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");

    private Figures() {}

    /**
     * The number.
     *
     * @throws NumberFormatException when it is none; the message does not show it
     */
    static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException("is no number");
        }
        return new BigDecimal(text).stripTrailingZeros();
    }

    /** A whole count; what Meta leaves out of a row is zero. */
    static long count(@Nullable String text) {
        return text == null ? 0 : number(text).longValueExact();
    }
}
