package vn.nhip.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

@SuppressWarnings("NullAway.Init") // set before each test
class ConnectionAccessTest {

    @TempDir
    Path folder;

    private final Script provider = new Script();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aTokenWithMoreThanFiveMinutesLeftIsGivenAsItIs() {
        ConnectionAccess access = login();
        provider.grants("first");
        assertThat(access.token().reveal()).isEqualTo("first");
        desk.clock.pass(Duration.ofMinutes(54));
        assertThat(access.token().reveal()).isEqualTo("first");
        provider.grants("second");
        desk.clock.pass(Duration.ofMinutes(1));
        assertThat(access.token().reveal()).isEqualTo("second");
        assertThat(provider.asked).containsExactly("refresh-0", "refresh-of-first");
    }

    @Test
    void theNewPairIsDurableBeforeItIsGivenAndTheOldOneKeptUntilThen() {
        ConnectionAccess access = login();
        provider.answers.add(secrets -> {
            assertThat(secrets.apply(SecretName.REFRESH_TOKEN).map(Secret::reveal))
                    .contains("refresh-0");
            assertThat(desk.rows("SELECT COUNT(*) FROM connection WHERE renewing_by IS NOT NULL"))
                    .containsExactly("1");
            return grant("first");
        });
        access.token();
        desk.store.close();
        desk = new Desk(folder);
        Connection kept = desk.connections().find("google").orElseThrow();
        assertThat(desk.connections().secret(kept, SecretName.REFRESH_TOKEN).map(Secret::reveal))
                .contains("refresh-of-first");
        assertThat(desk.access(kept, provider).token().reveal()).isEqualTo("first");
    }

    @Test
    void aRefusedTokenIsRenewedOnceForAllWhoHeldIt() {
        ConnectionAccess access = login();
        provider.grants("first");
        Secret token = access.token();
        provider.grants("second");
        access.refused(token);
        assertThat(access.token().reveal()).isEqualTo("second");
        access.refused(token);
        assertThat(access.token().reveal()).isEqualTo("second");
        assertThat(provider.asked).hasSize(2);
    }

    @Test
    void aSourceThatRefusesEvenANewTokenAsksForAPerson() {
        ConnectionAccess access = login();
        provider.grants("first");
        access.refused(access.token());
        provider.grants("second");
        access.refused(access.token());
        assertThat(failure(access).kind()).isEqualTo(ConnectorException.Kind.ACCESS);
        assertThat(provider.asked).hasSize(2);
        assertThat(desk.notices()).containsExactly("reconnect");
    }

    @Test
    void aWithdrawnConsentMarksTheConnectionOnceAndNobodyAsksTheProviderAgain() {
        ConnectionAccess access = login();
        provider.denies();
        for (int account = 0; account < 5; account++) {
            ConnectorException failure = failure(access);
            assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.ACCESS);
            assertThat(failure).hasMessageContainingAll("'google'", "withdrawn", "nhip connect");
        }
        assertThat(provider.asked).hasSize(1);
        assertThat(desk.notices()).containsExactly("reconnect");

        desk.clock.pass(Duration.ofDays(1));
        desk.expiredLogin("google");
        provider.denies();
        failure(access);
        assertThat(desk.notices()).containsExactly("reconnect", "reconnect");
    }

    @Test
    void aDenialOfATokenThatSomeoneElseReplacedMeansNothing() {
        ConnectionAccess access = login();
        provider.answers.add(secrets -> {
            ConnectionAccess otherNode = desk.access(google(), (connection, with) -> grant("theirs"));
            assertThat(otherNode.token().reveal()).isEqualTo("theirs");
            throw new Denied("single use");
        });
        assertThat(access.token().reveal()).isEqualTo("theirs");
        assertThat(desk.notices()).isEmpty();
        assertThat(google().standing().state()).isEqualTo(Connection.State.OK);
    }

    @Test
    void whileTheProviderIsAwayATokenServesToItsEnd() {
        ConnectionAccess access = login();
        provider.grants("first");
        access.token();
        desk.clock.pass(Duration.ofMinutes(58));
        provider.isAway();
        assertThat(access.token().reveal()).isEqualTo("first");
        desk.clock.pass(Duration.ofMinutes(3));
        provider.isAway();
        assertThat(failure(access).kind()).isEqualTo(ConnectorException.Kind.UNAVAILABLE);
        provider.grants("second");
        assertThat(access.token().reveal()).isEqualTo("second");
        assertThat(desk.notices()).isEmpty();
    }

    @Test
    void aRenewalThatWasCutOffIsMadeAgainAtOnceThoughTheOldTokenStillHolds() {
        ConnectionAccess access = login();
        provider.grants("first");
        access.token();
        desk.store.write(
                handle -> handle.execute("UPDATE connection SET renewing_by = 'a dead process', renewing_until = 1"));
        provider.grants("second");
        assertThat(access.token().reveal()).isEqualTo("second");
    }

    @Test
    void aPastedTokenServesUntilItEndsOrIsRefused() {
        ConnectionAccess endless = pasted("endless", Optional.empty());
        assertThat(endless.token().reveal()).isEqualTo("pasted");
        endless.refused(Secret.of("another"));
        assertThat(endless.token().reveal()).isEqualTo("pasted");
        endless.refused(Secret.of("pasted"));
        assertThat(failure(endless)).hasMessageContaining("refused the token");

        ConnectionAccess ending = pasted("ending", Optional.of(Desk.START.plusSeconds(60)));
        assertThat(ending.token().reveal()).isEqualTo("pasted");
        desk.clock.pass(Duration.ofMinutes(2));
        assertThat(failure(ending)).hasMessageContaining("has ended");
        assertThat(desk.notices()).containsExactly("reconnect", "reconnect");
    }

    private ConnectionAccess login() {
        return desk.access(desk.expiredLogin("google"), provider);
    }

    private ConnectionAccess pasted(String name, Optional<Instant> ends) {
        return desk.access(
                desk.connections().put(name, "meta", Credential.token(Secret.of("pasted"), Map.of(), ends)),
                Renewal.NEVER);
    }

    private Connection google() {
        return desk.connections().find("google").orElseThrow();
    }

    private static ConnectorException failure(ConnectionAccess access) {
        return catchThrowableOfType(ConnectorException.class, access::token);
    }

    private Grant grant(String token) {
        return new Grant(
                Secret.of(token),
                Optional.of(desk.clock.instant().plus(Duration.ofHours(1))),
                Optional.of(Secret.of("refresh-of-" + token)),
                Optional.empty(),
                List.of());
    }

    /** A provider that answers as told, and remembers the refresh tokens it saw. */
    private final class Script implements Renewal {

        private final Deque<Answer> answers = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();

        void grants(String token) {
            answers.add(secrets -> grant(token));
        }

        void denies() {
            answers.add(secrets -> {
                throw new Denied("the consent was withdrawn or has ended");
            });
        }

        void isAway() {
            answers.add(secrets -> {
                throw ConnectorException.unavailable("away", new IllegalStateException());
            });
        }

        @Override
        public Grant renew(Connection connection, Function<SecretName, Optional<Secret>> secrets) throws Denied {
            asked.add(secrets.apply(SecretName.REFRESH_TOKEN).orElseThrow().reveal());
            return answers.remove().to(secrets);
        }
    }

    private interface Answer {
        Grant to(Function<SecretName, Optional<Secret>> secrets) throws Denied;
    }
}
