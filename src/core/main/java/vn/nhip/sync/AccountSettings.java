package vn.nhip.sync;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;

/** An account's settings as its connector gets them: checked, complete, and with file paths that lead from the home folder. */
final class AccountSettings {

    private final Path home;

    AccountSettings(Path home) {
        this.home = home;
    }

    /** Of the connection's secrets the connector gets those that it declares; another connector may share the connection. */
    Settings of(AccountConfig account, ConnectorSpec spec, Map<String, Secret> secrets) {
        Map<String, String> values = new TreeMap<>(account.settings());
        for (Setting setting : spec.settings()) {
            values.computeIfPresent(setting.name(), (name, value) -> resolve(setting.type(), value));
        }
        Map<String, Secret> own = new TreeMap<>(secrets);
        own.keySet().retainAll(declared(spec));
        return Settings.of(spec, values, own);
    }

    private static Set<String> declared(ConnectorSpec spec) {
        return spec.settings().stream()
                .filter(setting -> setting.type() == Setting.Type.SECRET)
                .map(Setting::name)
                .collect(Collectors.toSet());
    }

    /** A file setting without a slash or a dot is the name of something shipped, not a path. */
    private String resolve(Setting.Type type, String value) {
        boolean path = type == Setting.Type.FOLDER
                || (type == Setting.Type.FILE && (value.contains("/") || value.contains("\\") || value.contains(".")));
        return path ? home.resolve(value).toString() : value;
    }
}
