package vn.nhip.export;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import vn.nhip.catalogue.Texts;
import vn.nhip.config.WorkspaceConfig.Language;

/** The one place for words shown to people, in Vietnamese and English. */
public final class Labels {

    static final List<String> BUNDLES = List.of("messages", "screen", "connect", "acts", "why", "sheets", "files");

    private final Language language;
    private final Locale locale;
    private final List<ResourceBundle> words;

    private Labels(Language language, Locale locale) {
        this.language = language;
        this.locale = locale;
        this.words = BUNDLES.stream().map(name -> bundle(name, locale)).toList();
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
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

    /** For upper and lower case. */
    public Locale locale() {
        return locale;
    }

    /**
     * The words of a key; {@code {0}}… stand for the arguments as they are, so numbers come rendered.
     *
     * @throws java.util.MissingResourceException when no such key exists
     */
    public String text(String key, String... arguments) {
        return new MessageFormat(holding(key).getString(key), locale).format(arguments);
    }

    public boolean has(String key) {
        return words.stream().anyMatch(bundle -> bundle.containsKey(key));
    }

    private ResourceBundle holding(String key) {
        return words.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElse(words.get(0));
    }

    /** The text of the catalogue in this language. */
    public String text(Texts texts) {
        return switch (language) {
            case VI -> texts.vi();
            case EN -> texts.en();
        };
    }
}
