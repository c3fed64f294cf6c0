package vn.nhip.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.oauth.OAuthFault;
import vn.nhip.sandbox.face.oauth.OAuthRules;
import vn.nhip.spi.Access;
import vn.nhip.spi.Auth;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

@SuppressWarnings("NullAway.Init") // set before each test
class TokenEndpointTest {

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"AWAY,UNAVAILABLE", "TOO_MANY,THROTTLED", "WEB_PAGE,UNAVAILABLE", "ANSWER_LOST,UNAVAILABLE"})
    void aFaultOfTheTokenEndpointPassesAndTheNextCallRenews(OAuthFault fault, ConnectorException.Kind kind) {
        try (Provider provider = provider(FaultPlan.at(Map.of(0, fault)))) {
            Access access = login(provider);
            assertThat(failure(access).kind()).isEqualTo(kind);
            assertThat(provider.face.accepts(access.token().reveal())).isTrue();
            assertThat(desk.notices()).isEmpty();
        }
    }

    @Test
    void a02AWithdrawnConsentEndsTheConnectionAtOnceWithOneNotice() {
        try (Provider provider = provider(FaultPlan.none())) {
            Access access = login(provider);
            provider.face.withdraw(refreshToken());
            for (int account = 0; account < 3; account++) {
                assertThat(failure(access).kind()).isEqualTo(ConnectorException.Kind.ACCESS);
            }
            assertThat(provider.face.tokenCalls()).isEqualTo(1);
            assertThat(desk.notices()).containsExactly("reconnect");
        }
    }

    @Test
    void aTokenThatTheSourceRefusesInTheMiddleIsReplacedOnce() {
        try (Provider provider = provider(FaultPlan.none())) {
            Access access = login(provider);
            Secret first = access.token();
            access.refused(first);
            assertThat(access.token().reveal()).isNotEqualTo(first.reveal());
            assertThat(provider.face.renewals()).isEqualTo(2);
        }
    }

    @Test
    void aServiceAccountGetsTokensForWhatItSigned() throws NoSuchAlgorithmException {
        KeyPair keys = keys();
        try (Provider provider = provider(FaultPlan.none())) {
            provider.face.account("robot@project.example", keys.getPublic());
            Access access = robot(provider, keyFile("robot@project.example", keys));
            String token = access.token().reveal();
            assertThat(provider.face.accepts(token)).isTrue();
            desk.clock.pass(Duration.ofMinutes(56));
            assertThat(access.token().reveal()).isNotEqualTo(token);
        }
    }

    @Test
    void aServiceAccountWhoseKeyWasDeletedAsksForAPerson() throws NoSuchAlgorithmException {
        try (Provider provider = provider(FaultPlan.none())) {
            provider.face.account("robot@project.example", keys().getPublic());
            Access access = robot(provider, keyFile("robot@project.example", keys()));
            assertThat(failure(access).kind()).isEqualTo(ConnectorException.Kind.ACCESS);
            assertThat(desk.notices()).containsExactly("reconnect");
        }
    }

    @Test
    void whatIsNoKeyFileIsRefusedWithoutShowingIt() {
        for (String file : List.of(
                "not json, my secret",
                "{}",
                "{\"type\":\"service_account\",\"client_email\":\"a\","
                        + "\"private_key_id\":\"b\",\"private_key\":\"my secret\"}")) {
            assertThatThrownBy(() -> ServiceAccountKey.of(Secret.of(file)))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("key file of a service account")
                    .hasMessageNotContaining("my secret")
                    .hasNoCause();
        }
    }

    @Test
    void aLoginThatWasMadeForLessIsNotLentAndSaysWhatToMake() {
        Auth.OAuth narrow = Provider.AUTH.oauth().orElseThrow();
        Auth wider = new Auth(
                "google",
                Provider.AUTH.ways(),
                Optional.of(new Auth.OAuth(
                        narrow.authorize(), narrow.token(), List.of("read.reports", "read.ads"), Map.of())));
        try (Provider provider = provider(FaultPlan.none());
                Credentials credentials = provider.credentials(desk)) {
            provider.expiredLogin(desk);
            assertThatThrownBy(() -> credentials.lend(desk.workspace, "google", wider))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("was not made for this source")
                    .hasMessageContaining("--name google");
        }
    }

    @Test
    void aRemovedConnectionIsRevokedAtTheProvider() {
        try (Provider provider = provider(FaultPlan.none());
                Credentials credentials = provider.credentials(desk)) {
            Connection connection = provider.expiredLogin(desk);
            Access access =
                    credentials.lend(desk.workspace, "google", Provider.AUTH).access();
            String token = access.token().reveal();
            assertThat(credentials.revoke(desk.workspace, connection, Provider.AUTH))
                    .isTrue();
            assertThat(provider.face.accepts(token)).isFalse();
        }
    }

    @Test
    void a02AConnectionThatEndsWithinTenDaysIsToldOnce() {
        try (Provider provider = provider(FaultPlan.none());
                Credentials credentials = provider.credentials(desk)) {
            desk.connections()
                    .put(
                            "google",
                            "google",
                            Credential.token(
                                    Secret.of("pasted"), Map.of(), Optional.of(Desk.START.plus(Duration.ofDays(60)))));
            for (int night = 0; night < 60; night++) {
                credentials.lend(desk.workspace, "google", Provider.AUTH);
                assertThat(desk.notices()).hasSize(night > 50 ? 1 : 0);
                desk.clock.pass(Duration.ofDays(1));
            }
            assertThat(desk.notices()).containsExactly("connection-ends");
        }
    }

    @Test
    void anotherProvidersConnectionIsNotLent() {
        desk.connections().put("meta", "meta", Credential.token(Secret.of("pasted"), Map.of(), Optional.empty()));
        try (Provider provider = provider(FaultPlan.none())) {
            assertThatThrownBy(() -> provider.credentials(desk).lend(desk.workspace, "meta", Provider.AUTH))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContainingAll("'meta'", "google", "nhip connect");
        }
    }

    private Provider provider(FaultPlan<OAuthFault> faults) {
        return new Provider(OAuthRules.ROTATING, desk.clock, faults);
    }

    private Access login(Provider provider) {
        provider.expiredLogin(desk);
        return provider.credentials(desk)
                .lend(desk.workspace, "google", Provider.AUTH)
                .access();
    }

    private Access robot(Provider provider, String keyFile) {
        desk.connections()
                .put(
                        "robot",
                        "google",
                        Credential.serviceAccount(Secret.of(keyFile), List.of("read.reports"), Map.of()));
        return provider.credentials(desk)
                .lend(desk.workspace, "robot", Provider.AUTH)
                .access();
    }

    private String refreshToken() {
        Connection connection = desk.connections().find("google").orElseThrow();
        return desk.connections()
                .secret(connection, SecretName.REFRESH_TOKEN)
                .orElseThrow()
                .reveal();
    }

    private static KeyPair keys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String keyFile(String email, KeyPair keys) {
        String pem = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        return "{\"type\":\"service_account\",\"client_email\":\"" + email + "\",\"private_key_id\":\"k1\","
                + "\"private_key\":\"-----BEGIN PRIVATE KEY-----\\n" + pem + "\\n-----END PRIVATE KEY-----\\n\"}";
    }

    private static ConnectorException failure(Access access) {
        return catchThrowableOfType(ConnectorException.class, access::token);
    }
}
