package vn.nhip.app;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The name under which a file that somebody sends is kept: one name, in no folder, that every system can write. */
public final class FileName {

    private static final int LONGEST = 120;
    private static final String KINDS = ".*\\.(csv|tsv|txt|xlsx)";

    private FileName() {}

    /** Empty when it is no file of a kind that is read. */
    public static Optional<String> of(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{C}\\u0085\\u2028\\u2029<>:\"|?*]", "_")
                .replaceAll("^[.~$\\s]+", "")
                .strip();
        int dot = plain.lastIndexOf('.');
        if (dot < 1 || !plain.toLowerCase(Locale.ROOT).matches(KINDS)) {
            return Optional.empty();
        }
        return Optional.of(plain.substring(0, Math.min(dot, LONGEST)) + plain.substring(dot));
    }
}
