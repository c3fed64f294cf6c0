package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.Setting;
import vn.nhip.spi.StreamSpec;

/** Rule 1: what the connector says of itself can be relied on. */
abstract class SpecRules extends Rules {

    private static final Pattern SECRET = Pattern.compile("(^|-)(token|secret|key|password|passphrase)(-|$)");

    SpecRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void theIdIsTheFoldersName() {
        assertThat(contract.home()).isDirectory().hasFileName(spec().id());
    }

    @Test
    final void exactlyThisFactoryIsOffered() {
        List<ConnectorFactory> same = StreamSupport.stream(contract.offered().spliterator(), false)
                .filter(factory -> factory.spec().id().equals(spec().id()))
                .toList();
        assertThat(same)
                .as("factories of connector %s found through META-INF/services", spec().id())
                .singleElement()
                .isInstanceOf(contract.factory().getClass());
    }

    @Test
    final void itSaysTheSameTwice() {
        assertThat(contract.factory().spec()).isEqualTo(contract.factory().spec());
    }

    @Test
    final void whatSoundsSecretIsASecret() {
        assertThat(spec().settings())
                .filteredOn(setting -> SECRET.matcher(setting.name()).find())
                .allSatisfy(setting -> assertThat(setting.type())
                        .as("type of setting '%s'", setting.name())
                        .isEqualTo(Setting.Type.SECRET));
    }

    @Test
    final void aChoiceHasChoicesAndItsDefaultIsOneOfThem() {
        for (Setting setting : spec().settings()) {
            boolean choice = setting.type() == Setting.Type.CHOICE;
            assertThat(!setting.choices().isEmpty())
                    .as("setting '%s' has choices", setting.name())
                    .isEqualTo(choice);
            setting.fallback().filter(value -> choice).ifPresent(value -> assertThat(setting.choices())
                    .contains(value));
        }
    }

    @Test
    final void namesAreUniqueAndThereIsAStream() {
        assertThat(spec().settings()).extracting(Setting::name).doesNotHaveDuplicates();
        assertThat(spec().streams()).isNotEmpty().extracting(StreamSpec::name).doesNotHaveDuplicates();
        assertThat(spec().streams()).allSatisfy(stream -> assertThat(stream.facts())
                .as("facts of stream '%s'", stream.name())
                .isNotEmpty());
    }
}
