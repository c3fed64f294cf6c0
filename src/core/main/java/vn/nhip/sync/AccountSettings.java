package vn.nhip.sync;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;

/** An account's settings as its connector gets them: checked, complete, and with file paths that lead from the home folder. */
final class AccountSettings {

    private final Path home;

    AccountSettings(Path home) {
        this.home = home;
    }

    Settings of(AccountConfig account, ConnectorSpec spec) {
        Map<String, String> values = new TreeMap<>(account.settings());
        for (Setting setting : spec.settings()) {
            values.computeIfPresent(setting.name(), (name, value) -> resolve(setting.type(), value));
        }
        return Settings.of(spec, values, Map.of());
    }

    /** A file setting without a slash or a dot is the name of something shipped, not a path. */
    private String resolve(Setting.Type type, String value) {
        boolean path = type == Setting.Type.FOLDER
                || (type == Setting.Type.FILE && (value.contains("/") || value.contains("\\") || value.contains(".")));
        return path ? home.resolve(value).toString() : value;
    }
}
