package vn.nhip.export;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.nhip.catalogue.Texts;
import vn.nhip.config.WorkspaceConfig.Language;

/** The one place for words shown to people, in Vietnamese and English. */
public final class Labels {

    static final String BUNDLE = "messages";

    private final Language language;
    private final Locale locale;
    private final ResourceBundle words;

    private Labels(Language language, Locale locale) {
        this.language = language;
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Labels of(Language language) {
        return switch (language) {
            case VI -> new Labels(language, Locale.forLanguageTag("vi"));
            case EN -> new Labels(language, Locale.ENGLISH);
        };
    }

    public Language language() {
        return language;
    }

    /**
     * The words of a key; {@code {0}}… stand for the arguments as they are, so numbers come rendered.
     *
     * @throws java.util.MissingResourceException when no such key exists
     */
    public String text(String key, String... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    /** The text of the catalogue in this language. */
    public String text(Texts texts) {
        return switch (language) {
            case VI -> texts.vi();
            case EN -> texts.en();
        };
    }
}
