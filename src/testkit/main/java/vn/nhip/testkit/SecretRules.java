package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;

/** Rule 13: a secret is seen nowhere: no message, log line, URL, raw page or {@code toString}. */
abstract class SecretRules extends Rules {

    private static final Pattern TOKEN =
            Pattern.compile("ya29\\.|AIza[\\w-]{20}|EAA[A-Za-z0-9]{20}|xkeysib-|sk-[\\w]{16}"
                    + "|eyJ[\\w-]{10,}\\.[\\w-]{10,}|(?i:bearer)\\s+[\\w.-]{16,}|-----BEGIN [A-Z ]*PRIVATE KEY");

    SecretRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void theSampleGivesEverySecretThatIsDeclared() throws Exception {
        assertThat(account().secrets())
                .containsOnlyKeys(spec().settings().stream()
                        .filter(setting -> setting.type() == Setting.Type.SECRET)
                        .map(Setting::name)
                        .toList());
        assertThat(account().secrets().values())
                .as("secrets long enough to be found again")
                .allSatisfy(secret -> assertThat(secret.reveal()).hasSizeGreaterThan(7));
    }

    @Test
    final void aWholeReadingShowsNoSecret() throws Exception {
        Account account = account();
        Sightings seen = new Sightings(account);
        try (Overheard log = Overheard.start();
                Connector connector = open(account)) {
            connector.check();
            seen.add("toString of the connector", connector.toString());
            seen.add("toString of the factory", contract.factory().toString());
            seen.add("toString of the settings", settings(account).toString());
            for (Walk.Slicing slicing : Walk.all(connector, spec(), contract.days())) {
                slicing.steps().forEach(step -> pageIsSeen(seen, step));
            }
            seen.addAll("log", log.lines());
        }
        contract.source()
                .ifPresent(source -> source.requests().forEach(request -> seen.add("requested URL", request.target())));
        assertThat(seen.ofSecrets()).as("secrets seen").isEmpty();
    }

    @Test
    final void noFailureShowsASecret() throws Exception {
        List<String> found = new ArrayList<>();
        for (FaultCase fault : contract.faults()) {
            Sightings seen = new Sightings(account());
            try (Overheard log = Overheard.start()) {
                Failing failing = new Failing(contract);
                failing.checking(fault).ifPresent(failure -> seen.add(fault.name(), failure.thrown()));
                failing.reading(fault).ifPresent(failure -> seen.add(fault.name(), failure.thrown()));
                seen.addAll("log of " + fault.name(), log.lines());
            }
            found.addAll(seen.ofSecrets());
        }
        assertThat(found).as("secrets seen").isEmpty();
    }

    @Test
    final void recordedAnswersHoldNothingLikeAToken() throws IOException {
        Path recorded = contract.home().resolve("test/resources");
        if (Files.isDirectory(recorded)) {
            try (Stream<Path> files = Files.walk(recorded).filter(Files::isRegularFile)) {
                assertThat(files).allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContainPattern(TOKEN));
            }
        }
    }

    private Settings settings(Account account) {
        return Settings.of(spec(), account.settings(), account.secrets());
    }

    private static void pageIsSeen(Sightings seen, Walk.Step step) {
        RawBody raw = step.page().raw();
        seen.add("slice", step.request().slice().toString());
        seen.add("page", step.page().toString());
        seen.add("raw page", new String(raw.bytes(), StandardCharsets.UTF_8));
    }
}
