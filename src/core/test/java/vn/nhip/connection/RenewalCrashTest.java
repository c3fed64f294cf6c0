package vn.nhip.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.sandbox.face.oauth.OAuthRules;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;

/** A process dies while a refresh token that is good for one use is being exchanged: nobody has to reconnect. */
class RenewalCrashTest {

    private static final int KILLS = 20;
    private static final long LONGEST_MILLIS = 150;

    @TempDir
    Path folder;

    @Test
    void a03AKillBetweenTheAnswerAndTheCommitIsMadeGoodAtTheNextCall() throws IOException, InterruptedException {
        try (Provider provider = new Provider(OAuthRules.ROTATING, Clock.systemUTC())) {
            login(provider);
            assertThat(start(provider, true).waitFor()).isEqualTo(RenewalScene.HALTED);
            assertThat(provider.face.renewals()).isEqualTo(1);
            assertStillConnected(provider, "halted");
            assertThat(provider.face.renewals()).isEqualTo(2);
        }
    }

    @Test
    void a03AKillAtAnyMomentOfRenewingLosesNoConnection() throws IOException, InterruptedException {
        Random random = new Random(20261123);
        try (Provider provider = new Provider(OAuthRules.ROTATING, Clock.systemUTC())) {
            login(provider);
            for (int kill = 0; kill < KILLS; kill++) {
                Process child = start(provider, false);
                child.waitFor(random.nextLong(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
                child.destroyForcibly().waitFor();
                assertStillConnected(provider, "kill " + kill);
            }
        }
    }

    private void login(Provider provider) {
        try (Desk desk = new Desk(folder)) {
            assertThat(provider.expiredLogin(desk).id()).isEqualTo(1);
        }
    }

    private void assertStillConnected(Provider provider, String when) {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"));
                Credentials credentials = new Credentials(
                        store,
                        Keys.open(folder.resolve("keys"), store),
                        Clock.systemUTC(),
                        Map.of("google", provider.face.base()))) {
            String token = credentials
                    .lend(1, "google", Provider.AUTH)
                    .access()
                    .token()
                    .reveal();
            assertThat(provider.face.accepts(token)).as(when).isTrue();
            assertThat(store.<Integer>read(handle -> handle.createQuery("SELECT COUNT(*) FROM outbox")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        }
    }

    private Process start(Provider provider, boolean halt) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RenewalScene.class.getName(),
                        folder.toString(),
                        provider.face.base().toString(),
                        Boolean.toString(halt))
                .redirectError(Files.createTempFile(folder, "child", ".err").toFile())
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("started");
        return process;
    }
}
