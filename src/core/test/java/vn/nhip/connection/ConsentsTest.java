package vn.nhip.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.connection.ConsentException.Reason;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.kit.http.HttpCall;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.sandbox.face.oauth.OAuthRules;
import vn.nhip.spi.Secret;

@SuppressWarnings("NullAway.Init") // set before each test
class ConsentsTest {

    private static final URI REDIRECT = URI.create("http://127.0.0.1:1/callback/google");

    @TempDir
    Path folder;

    private Desk desk;
    private Provider provider;
    private Credentials credentials;
    private Consents consents;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        provider = new Provider(OAuthRules.STEADY, desk.clock);
        credentials = provider.credentials(desk);
        consents = new Consents(desk.clock);
    }

    @AfterEach
    void close() {
        credentials.close();
        provider.close();
        desk.close();
    }

    @Test
    void aConsentBecomesACredentialThatTheSourceTakes() {
        Consents.Agreed agreed = consents.answer("google", "browser-1", agreedQuery());
        Credential credential = credentials.exchange(agreed, Provider.CLIENT_SECRET, Map.of());
        Connection made = desk.connections().put(agreed.ask().connection(), "google", credential);
        assertThat(made.scopes()).containsExactly("read.reports");
        Secret token = credentials
                .lend(desk.workspace, made.name(), Provider.AUTH)
                .access()
                .token();
        assertThat(provider.face.accepts(token.reveal())).isTrue();
    }

    @Test
    void theRequestAsksForTheLeastWithAFreshStateAndAHashedVerifier() {
        Map<String, String> asked = fields(ask().getRawQuery());
        assertThat(asked)
                .containsEntry("scope", "read.reports")
                .containsEntry("access_type", "offline")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code");
        Set<String> states = new HashSet<>();
        for (int times = 0; times < 1_000; times++) {
            String state = fields(ask().getRawQuery()).getOrDefault("state", "");
            assertThat(state.length()).isGreaterThanOrEqualTo(22);
            assertThat(states.add(state)).isTrue();
        }
    }

    @Test
    void anAnswerIsGoodForOneUse() {
        String query = agreedQuery();
        consents.answer("google", "browser-1", query);
        assertThat(refused("google", "browser-1", query)).isEqualTo(Reason.UNKNOWN);
    }

    @Test
    void anAnswerForAnotherProviderOrSessionIsRefusedAndSpent() {
        String query = agreedQuery();
        assertThat(refused("meta", "browser-1", query)).isEqualTo(Reason.MIXED_UP);
        assertThat(refused("google", "browser-1", query)).isEqualTo(Reason.UNKNOWN);
        assertThat(refused("google", "browser-2", agreedQuery())).isEqualTo(Reason.MIXED_UP);
    }

    @Test
    void anAnswerAfterTenMinutesIsRefused() {
        String query = agreedQuery();
        desk.clock.pass(Duration.ofMinutes(10).plusMillis(1));
        assertThat(refused("google", "browser-1", query)).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void aForgedOrMangledAnswerIsRefused() {
        for (String query : new String[] {"", "code=x", "code=x&state=", "state=%%", "code=a&code=b&state=s", "x"}) {
            assertThat(refused("google", "browser-1", query)).as(query).isEqualTo(Reason.UNKNOWN);
        }
    }

    @Test
    void aNoIsSaidWithTheProvidersCodeOnly() {
        String state = fields(ask().getRawQuery()).getOrDefault("state", "");
        ConsentException denied = catchThrowableOfType(
                ConsentException.class,
                () -> consents.answer(
                        "google", "browser-1", "error=access_denied&error_description=call+0900-FRAUD&state=" + state));
        assertThat(denied.reason()).isEqualTo(Reason.DENIED);
        assertThat(denied).hasMessageContaining("access_denied").hasMessageNotContaining("FRAUD");
    }

    @Test
    void aCodeWithoutItsVerifierIsWorthNothing() {
        Consents.Agreed agreed = consents.answer("google", "browser-1", agreedQuery());
        Consents.Agreed stolen = new Consents.Agreed(
                agreed.ask(),
                agreed.address(),
                agreed.code(),
                Secret.of("another-verifier-of-the-right-length-0123456"));
        ConsentException refused = catchThrowableOfType(
                ConsentException.class, () -> credentials.exchange(stolen, Provider.CLIENT_SECRET, Map.of()));
        assertThat(refused.reason()).isEqualTo(Reason.DENIED);
    }

    private URI ask() {
        return credentials.consent(
                consents, new Consents.Ask("google", Provider.AUTH, Provider.CLIENT, REDIRECT, "browser-1"));
    }

    /** What comes back to the redirect address when the person agrees. */
    private String agreedQuery() {
        URI ask = ask();
        try (GuardedHttp browser =
                new GuardedHttp(Set.of(), Optional.of(provider.face.base()), HttpLimits.STANDARD, desk.clock)) {
            HttpCall call = new HttpCall(
                    "POST", ask, Map.of(), HttpCall.form(ask, Map.of()).content(), "browser");
            return URI.create(browser.send(call).header("Location").orElseThrow())
                    .getRawQuery();
        }
    }

    private Reason refused(String at, String session, String query) {
        return catchThrowableOfType(ConsentException.class, () -> consents.answer(at, session, query))
                .reason();
    }

    private static Map<String, String> fields(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    }
}
