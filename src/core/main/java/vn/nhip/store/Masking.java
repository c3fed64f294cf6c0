package vn.nhip.store;

import java.util.regex.Pattern;

/** Hides what tells who a person is: e-mail names and phone numbers. */
public final class Masking {

    private static final Pattern EMAIL = Pattern.compile("[^\\s,;:|<>\"'=@]+@");
    private static final Pattern PHONE = Pattern.compile("(?<![\\w.])\\+?\\d[\\d .()-]{6,18}\\d(?![\\w.])");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}.*");
    private static final int FEWEST_DIGITS = 8;

    private Masking() {}

    /** The text with e-mail names and anything that may be a phone number replaced by stars; dates stay. */
    public static String of(String text) {
        String noEmails = EMAIL.matcher(text).replaceAll("***@");
        return PHONE.matcher(noEmails)
                .replaceAll(found ->
                        isPhone(found.group()) ? "***" : java.util.regex.Matcher.quoteReplacement(found.group()));
    }

    private static boolean isPhone(String found) {
        long digits = found.chars().filter(Character::isDigit).count();
        return digits >= FEWEST_DIGITS && !DATE.matcher(found).matches();
    }
}
