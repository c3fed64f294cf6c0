package vn.nhip.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.sandbox.face.oauth.OAuthRules;
import vn.nhip.spi.Access;
import vn.nhip.spi.ConnectorException;
import vn.nhip.store.Store;

/** Sixteen readers find the token at its end at the same moment: one renewal, and nobody is sent away. */
class RefreshRaceTest {

    private static final int THREADS = 16;
    private static final int TRIALS = 500;
    private static final int TRIALS_OF_TWO = 50;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a03SixteenThreadsRenewARotatingTokenOnceInEachOfFiveHundredTrials() throws Exception {
        try (Desk desk = new Desk(folder);
                Provider provider = new Provider(OAuthRules.ROTATING, desk.clock)) {
            provider.expiredLogin(desk);
            Access access = provider.credentials(desk)
                    .lend(desk.workspace, "google", Provider.AUTH)
                    .access();
            for (int trial = 1; trial <= TRIALS; trial++) {
                expire(desk);
                List<String> tokens = together(List.of(access));
                assertThat(tokens).as("trial %d", trial).hasSize(THREADS).containsOnly(tokens.get(0));
                assertThat(provider.face.accepts(tokens.get(0))).isTrue();
                assertThat(provider.face.renewals()).isEqualTo(trial);
            }
            assertThat(desk.notices()).isEmpty();
        }
    }

    @Test
    void a03TwoNodesRenewARotatingTokenOnce() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Desk one = node(server);
                Desk two = node(server);
                Provider provider = new Provider(OAuthRules.ROTATING, one.clock)) {
            provider.expiredLogin(one);
            List<Access> nodes = List.of(access(provider, one), access(provider, two));
            for (int trial = 1; trial <= TRIALS_OF_TWO; trial++) {
                expire(one);
                List<String> tokens = together(nodes);
                assertThat(tokens).as("trial %d", trial).hasSize(THREADS).containsOnly(tokens.get(0));
                assertThat(provider.face.renewals()).isEqualTo(trial);
            }
            assertThat(one.notices()).isEmpty();
        }
    }

    private Desk node(EmbeddedPostgres server) {
        return new Desk(Store.postgres(server.getJdbcUrl("postgres", "postgres")), folder);
    }

    private static Access access(Provider provider, Desk desk) {
        return provider.credentials(desk)
                .lend(desk.workspace, "google", Provider.AUTH)
                .access();
    }

    private static void expire(Desk desk) {
        desk.store.write(handle -> handle.execute("UPDATE connection SET token_expires_at = 0"));
    }

    /** What every thread gets when all ask at once. */
    private List<String> together(List<Access> nodes) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<String>> asked = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Access access = nodes.get(thread % nodes.size());
            asked.add(threads.submit(() -> {
                start.await();
                return patiently(access);
            }));
        }
        List<String> tokens = new ArrayList<>();
        for (Future<String> answer : asked) {
            tokens.add(answer.get());
        }
        return tokens;
    }

    /** The engine asks again when it is told that another process is at it. */
    private static String patiently(Access access) {
        while (true) {
            try {
                return access.token().reveal();
            } catch (ConnectorException e) {
                if (e.kind() != ConnectorException.Kind.THROTTLED) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
