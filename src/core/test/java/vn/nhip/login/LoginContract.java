package vn.nhip.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.Secret;
import vn.nhip.store.Store;
import vn.nhip.store.Workspaces;

/** What must hold of people, invitations and sessions, whatever database keeps them. */
@SuppressWarnings("NullAway.Init") // opened before each test
abstract class LoginContract {

    private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    private static final Secret PASSWORD = Secret.of("bốn con thuyền giấy");

    @TempDir
    Path folder;

    private Store store;
    private Logins logins;
    private Instant now = START;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    abstract Store open();

    @BeforeEach
    void start() {
        store = open();
        logins = Logins.of(store, workspace("shop"), clock);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private long workspace(String name) {
        return new Workspaces(store).ensure(new Workspaces.Workspace(name, ZoneId.of("Asia/Ho_Chi_Minh"), "VND", ""));
    }

    private User admin() {
        return logins.invitations()
                .accept(logins.invitations().first(), "Mai", PASSWORD)
                .orElseThrow();
    }

    @Test
    void theFirstCodeMakesOneAdminHoweverManyTakeItAtOnce() throws Exception {
        Secret code = logins.invitations().first();
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        List<Future<Optional<User>>> claims = IntStream.range(0, 100)
                .mapToObj(i -> crowd.submit(() -> logins.invitations().accept(code, "mai" + i, PASSWORD)))
                .toList();
        int came = 0;
        for (Future<Optional<User>> claim : claims) {
            came += claim.get().isPresent() ? 1 : 0;
        }
        crowd.shutdown();
        assertThat(came).isEqualTo(1);
        assertThat(logins.users().list()).singleElement().extracting(User::role).isEqualTo(Role.ADMIN);
    }

    @Test
    void aFirstCodeEndsAfterHalfAnHourAndWithTheNextOne() {
        Secret early = logins.invitations().first();
        Secret late = logins.invitations().first();
        assertThat(logins.invitations().find(early)).isEmpty();
        assertThat(logins.invitations().find(late)).isPresent();
        now = START.plus(Duration.ofMinutes(31));
        assertThat(logins.invitations().accept(late, "mai", PASSWORD)).isEmpty();
    }

    @Test
    void aPasswordIsCheckedWhateverCaseTheNameIsTypedInAndLiesAsArgon2id() {
        User admin = admin();
        assertThat(logins.users().check(" MAI ", PASSWORD)).contains(admin);
        assertThat(logins.users().check("mai", Secret.of("bốn con thuyền giấy.")))
                .isEmpty();
        assertThat(logins.users().check("nobody", PASSWORD)).isEmpty();
        String stored = store.read(handle -> handle.createQuery("SELECT password FROM login_user")
                .mapTo(String.class)
                .one());
        assertThat(stored).startsWith("argon2id$47104$1$").doesNotContain("thuyền");
    }

    @Test
    void aPasswordTypedInSeparateSignsIsTheSame() {
        admin();
        String apart = java.text.Normalizer.normalize(PASSWORD.reveal(), java.text.Normalizer.Form.NFD);
        assertThat(apart).isNotEqualTo(PASSWORD.reveal());
        assertThat(logins.users().check("mai", Secret.of(apart))).isPresent();
    }

    @Test
    void aSessionEndsByItselfAtLogoutAndWhenItsPersonIsSwitchedOff() {
        User admin = admin();
        Secret token = logins.sessions().open(admin);
        assertThat(logins.sessions().find(token)).map(Sessions.Session::user).contains(admin);
        logins.sessions().close(token);
        assertThat(logins.sessions().find(token)).isEmpty();

        Secret idle = logins.sessions().open(admin);
        now = START.plus(Duration.ofHours(8));
        assertThat(logins.sessions().find(idle)).isEmpty();

        User other = logins.invitations()
                .accept(logins.invitations().invite("Lan", Role.EDITOR), "", PASSWORD)
                .orElseThrow();
        Secret open = logins.sessions().open(other);
        assertThat(logins.users().change(other.id(), Role.EDITOR, false)).isTrue();
        assertThat(logins.sessions().find(open)).isEmpty();
        assertThat(logins.users().check("lan", PASSWORD)).isEmpty();
    }

    @Test
    void aSessionInUseLastsSevenDaysAndNoLonger() {
        Secret token = logins.sessions().open(admin());
        for (int hour = 6; hour < 168; hour += 6) {
            now = START.plus(Duration.ofHours(hour));
            assertThat(logins.sessions().find(token)).as("after %s h", hour).isPresent();
        }
        now = START.plus(Duration.ofDays(7));
        assertThat(logins.sessions().find(token)).isEmpty();
    }

    @Test
    void whatTheStoreKnowsOpensNothing() {
        Secret token = logins.sessions().open(admin());
        String stored = store.read(handle -> handle.createQuery("SELECT token FROM login_session")
                .mapTo(String.class)
                .one());
        assertThat(stored).isNotEqualTo(token.reveal());
        assertThat(logins.sessions().find(Secret.of(stored))).isEmpty();
    }

    @Test
    void oneAdminAlwaysRemains() {
        User admin = admin();
        assertThat(logins.users().change(admin.id(), Role.VIEWER, true)).isFalse();
        assertThat(logins.users().change(admin.id(), Role.ADMIN, false)).isFalse();
        assertThat(logins.users().find(admin.id())).contains(admin);
    }

    @Test
    void nobodyOfOneWorkspaceIsKnownInAnother() {
        Secret token = logins.sessions().open(admin());
        Secret code = logins.invitations().invite("Lan", Role.ADMIN);
        Logins other = Logins.of(store, workspace("other"), clock);
        assertThat(other.sessions().find(token)).isEmpty();
        assertThat(other.users().check("mai", PASSWORD)).isEmpty();
        assertThat(other.invitations().accept(code, "", PASSWORD)).isEmpty();
        assertThat(other.audit().last(10)).isEmpty();
    }

    @Test
    void weakPasswordsAreRefusedAndLongOnesOfAnyLettersTaken() {
        Passwords passwords = logins.passwords();
        assertThat(passwords.weakness(Secret.of("ngắn quá"), List.of())).contains(Passwords.Weakness.TOO_SHORT);
        assertThat(passwords.weakness(Secret.of("password1234"), List.of())).contains(Passwords.Weakness.GUESSABLE);
        assertThat(passwords.weakness(Secret.of("tiemtramaytuongtuong"), List.of("tiemtramaytuongtuong")))
                .contains(Passwords.Weakness.GUESSABLE);
        assertThat(passwords.weakness(Secret.of("x".repeat(129)), List.of())).contains(Passwords.Weakness.TOO_LONG);
        assertThat(passwords.weakness(PASSWORD, List.of())).isEmpty();
        assertThat(passwords.weakness(Secret.of("🐟 con cá 🐟 bơi ngược dòng sông"), List.of()))
                .isEmpty();
    }

    @Test
    void triesBecomeSlowerButAreNeverOverForGood() {
        Attempts attempts = new Attempts(clock, 5);
        int taken = 0;
        for (int i = 0; i < 1_000; i++) {
            taken += attempts.start("mai") ? 1 : 0;
            now = now.plusMillis(100);
        }
        assertThat(taken).isLessThan(15);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(attempts.start("mai")).isTrue();
        assertThat(attempts.start("lan")).isTrue();
    }

    @Test
    void deedsAreKeptInOrder() {
        logins.audit().note("mai", "login", "");
        logins.audit().note("mai", "sync", "pos");
        assertThat(logins.audit().last(10)).extracting(Audit.Deed::what).containsExactly("sync", "login");
    }
}
