package vn.nhip.web.page;

import java.util.List;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Setting;

/**
 * One input of a form that is made from what a connector declares.
 *
 * <p>Shape: {@code foreign} when the help is the connector's own English words; a secret has no value, ever.
 */
record Field(
        String name, String label, String help, boolean foreign, String value, List<String> choices, boolean required) {

    static List<Field> settings(ConnectorSpec spec, Wording words) {
        return spec.settings().stream()
                .filter(setting -> setting.type() != Setting.Type.SECRET)
                .map(setting -> of("setting.", spec, setting, words))
                .toList();
    }

    static List<Field> secrets(ConnectorSpec spec, Wording words) {
        return spec.settings().stream()
                .filter(setting -> setting.type() == Setting.Type.SECRET)
                .map(setting -> of("secret.", spec, setting, words))
                .toList();
    }

    private static Field of(String prefix, ConnectorSpec spec, Setting setting, Wording words) {
        String key = "source." + spec.id() + ".set." + setting.name();
        boolean known = words.labels().has(key);
        boolean named = words.labels().has("setting." + setting.name());
        List<String> choices = setting.type() == Setting.Type.YES_NO ? List.of("true", "false") : setting.choices();
        return new Field(
                prefix + setting.name(),
                named ? words.text("setting." + setting.name()) : setting.name(),
                known ? words.text(key) : setting.help(),
                !known,
                setting.fallback().orElse(""),
                choices,
                setting.fallback().isEmpty());
    }
}
