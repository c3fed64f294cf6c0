package vn.nhip.spi;

import java.util.List;
import java.util.Optional;

/**
 * One typed input of a connector, declared once: the form, the docs table, validation and tests are made from it.
 *
 * <p>Shape: kebab-case name; no {@code fallback} means required; {@code choices} only for {@link Type#CHOICE}.
 */
public record Setting(String name, Type type, Optional<String> fallback, String help, List<String> choices) {

    public enum Type {
        TEXT,
        WHOLE_NUMBER,
        YES_NO,
        CHOICE,
        FOLDER,
        FILE,
        SECRET
    }

    public Setting {
        Names.requireKebab(name, "setting");
        Names.requireText(help, "help of " + name);
        choices = List.copyOf(choices);
    }

    public static Setting required(String name, Type type, String help) {
        return new Setting(name, type, Optional.empty(), help, List.of());
    }

    public static Setting optional(String name, Type type, String fallback, String help) {
        return new Setting(name, type, Optional.of(fallback), help, List.of());
    }
}
