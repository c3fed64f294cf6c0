package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Setting;

/** Rule 3: what the user must mend is named, all of it at once. */
abstract class SettingRules extends FaultRules {

    SettingRules(ConnectorContract contract) {
        super(contract, Kind.SETTINGS);
    }

    @Test
    final void eachMissingSettingIsNamed() throws Exception {
        Account account = account();
        for (String name : required()) {
            assertThat(refusal(account.without(name))).contains(name);
        }
    }

    @Test
    final void allMissingSettingsAreNamedInOneMessage() throws Exception {
        Account account = account();
        for (String name : required()) {
            account = account.without(name);
        }
        if (!required().isEmpty()) {
            assertThat(refusal(account)).contains(required());
        }
    }

    @Test
    final void anUnknownSettingIsRefused() throws Exception {
        assertThat(refusal(account().with("no-such-setting", "1"))).contains("no-such-setting");
    }

    private List<String> required() {
        return spec().settings().stream()
                .filter(setting -> setting.fallback().isEmpty())
                .map(Setting::name)
                .toList();
    }

    private String refusal(Account account) {
        Throwable thrown = catchThrowable(() -> open(account).close());
        assertThat(thrown).isInstanceOf(ConnectorException.class);
        assertThat(((ConnectorException) thrown).kind()).isEqualTo(Kind.SETTINGS);
        return String.valueOf(thrown.getMessage());
    }
}
