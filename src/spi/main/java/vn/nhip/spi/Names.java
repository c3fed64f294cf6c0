package vn.nhip.spi;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one spelling of identifiers: kebab-case outside, upper snake-case in enums. */
final class Names {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Names() {}

    static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String requireKebab(String name, String what) {
        if (!KEBAB.matcher(name).matches()) {
            throw new IllegalArgumentException(what + " must be kebab-case: '" + name + "'");
        }
        return name;
    }

    static String requireText(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        return text;
    }
}
