package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Setting;

/** Rule 2: the declared defaults are exactly these, so that changing one is a decision. */
abstract class DefaultRules extends Rules {

    DefaultRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void theDefaultsAreExactlyThese() {
        Map<String, String> declared = spec().settings().stream()
                .filter(setting -> setting.fallback().isPresent())
                .collect(Collectors.toMap(
                        Setting::name, setting -> setting.fallback().orElseThrow()));
        assertThat(declared).isEqualTo(contract.defaults());
    }
}
