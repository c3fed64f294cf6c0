package vn.nhip.sandbox;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import vn.nhip.sandbox.truth.Shopper;

/**
 * Contact points made up from a plain count: e-mails under the reserved {@code .example}, and phone numbers that run
 * from 0990 000 000 upwards.
 */
final class Contact {
    private static final int PER_DAY = 300;

    /** More days than this would run out of six digits. */
    static final int MOST_DAYS = 1_000_000 / PER_DAY;

    private Contact() {}

    static Shopper of(LocalDate opening, LocalDate day, int index, Shopper.Kind kind, boolean member) {
        long number = ChronoUnit.DAYS.between(opening, day) * PER_DAY + index;
        String digits = String.format(Locale.ROOT, "%06d", number);
        String prefix =
                switch (kind) {
                    case RETAIL -> "KH";
                    case MARKETPLACE -> "SP";
                    case PARTNER -> "DT";
                };
        String email = "khach." + digits + "@khach-hang.example";
        return new Shopper(prefix + digits, email, "0990" + digits, kind, member);
    }

    static long number(Shopper shopper) {
        return Long.parseLong(shopper.id().substring(2));
    }
}
