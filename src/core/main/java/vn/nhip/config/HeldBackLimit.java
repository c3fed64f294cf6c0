package vn.nhip.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many records of a slice may be held back before nothing of the slice is taken in.
 *
 * <p>Shape: a share in percent, of which twenty records are always allowed, and the most in any case; no share means no
 * limit. A limit that an account sets has a share only.
 */
public record HeldBackLimit(Optional<BigDecimal> percent, long most) {

    public static final HeldBackLimit DEFAULT = new HeldBackLimit(Optional.of(BigDecimal.valueOf(5)), 1_000);
    public static final HeldBackLimit OFF = new HeldBackLimit(Optional.empty(), Long.MAX_VALUE);

    private static final long FEW = 20;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%");

    /**
     * Reads what stands in {@code nhip.yaml}: {@code 10 %} or {@code off}.
     *
     * @throws IllegalArgumentException when it is neither, or no share between 0 and 100 %
     */
    public static HeldBackLimit parse(String text) {
        if (text.equals("off")) {
            return OFF;
        }
        Matcher share = PERCENT.matcher(text);
        if (!share.matches()) {
            throw new IllegalArgumentException(text);
        }
        BigDecimal percent = new BigDecimal(share.group(1));
        if (percent.signum() == 0 || percent.compareTo(ALL) > 0) {
            throw new IllegalArgumentException(text);
        }
        return new HeldBackLimit(Optional.of(percent), Long.MAX_VALUE);
    }

    /** The most of so many records that may be held back. */
    public long allowed(long records) {
        return percent.map(share -> share.multiply(BigDecimal.valueOf(records))
                        .movePointLeft(2)
                        .longValue())
                .map(share -> Math.min(most, Math.max(FEW, share)))
                .orElse(Long.MAX_VALUE);
    }

    /** As it is written in {@code nhip.yaml}. */
    @Override
    public String toString() {
        return percent.map(share -> share.toPlainString() + " %").orElse("off");
    }
}
