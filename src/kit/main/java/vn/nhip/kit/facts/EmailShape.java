package vn.nhip.kit.facts;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses in lower case; plain addresses only, without a display name. */
final class EmailShape implements Shape {

    private static final int MAX_LENGTH = 254;
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}+@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");

    @Override
    public Object ofText(String text) {
        if (text.length() > MAX_LENGTH || !ADDRESS.matcher(text).matches()) {
            throw Refusal.of("is no e-mail address");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
