package vn.nhip.manifest;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhip.manifest.component.Input;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;

/** What the user gave for one account, as the {@code config} of expressions. */
record Account(List<Input> inputs, Settings settings, Optional<String> token, ConnectorContext context) {

    /** The variables of a request; the connection's token where one of the inputs is given it. */
    Scope scope(Optional<Secret> connected) {
        Map<String, Object> config = new HashMap<>();
        for (Input input : inputs) {
            Setting setting = input.setting();
            if (token.equals(Optional.of(input.name()))) {
                connected.ifPresent(secret -> input.put(config, secret.reveal()));
            } else if (setting.type() == Setting.Type.SECRET) {
                settings.findSecret(setting.name()).ifPresent(secret -> input.put(config, secret.reveal()));
            } else if (!settings.text(setting.name()).isEmpty()) {
                input.put(config, input.several() ? listed(setting) : value(setting));
            }
        }
        return new Scope(Map.of("config", config), context.clock());
    }

    /** What stands between commas. */
    private List<String> listed(Setting setting) {
        return Stream.of(settings.text(setting.name()).split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private Object value(Setting setting) {
        return switch (setting.type()) {
            case WHOLE_NUMBER -> BigDecimal.valueOf(settings.wholeNumber(setting.name()));
            case YES_NO -> settings.yes(setting.name());
            case TEXT, CHOICE, FOLDER, FILE, SECRET -> settings.text(setting.name());
        };
    }
}
