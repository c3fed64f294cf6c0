package vn.nhip.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed in the middle of a sync; the next sync must leave what one undisturbed sync leaves. */
@SuppressWarnings("NullAway.Init") // set before all tests
class CrashTest {

    private static final int KILLS = 50;
    private static final int NEVER = -1;
    private static final int MOST_TRIES = 200;

    @TempDir
    private static Path folder;

    private static Path before;
    private static List<String> undisturbed;
    private static long millis;

    @BeforeAll
    static void syncOnceUndisturbed() throws IOException, SQLException, InterruptedException {
        before = folder.resolve("before");
        assertThat(CrashScene.sync(before, CrashScene.yesterday(), UnaryOperator.identity())
                        .ok())
                .isTrue();
        Path clean = fresh("clean");
        Child child = Child.start(clean, NEVER, "after");
        long start = System.nanoTime();
        assertThat(child.lastLine()).startsWith("commits ");
        millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(child.process().waitFor()).isZero();
        undisturbed = Contents.of(clean.resolve("data/nhip.db"));
    }

    /** The process that will be killed. */
    private record Child(Process process, BufferedReader out) {

        static Child start(Path home, int haltAt, String when) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrashScene.class.getName(),
                            home.toString(),
                            Integer.toString(haltAt),
                            when)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = process.inputReader();
            assertThat(out.readLine()).isEqualTo("started");
            return new Child(process, out);
        }

        String lastLine() throws IOException {
            return out.readLine();
        }
    }

    @Test
    void e24AKillAtAnyCommitChangesNothing() throws IOException, SQLException, InterruptedException {
        for (String when : List.of("before", "after")) {
            assertThat(kills(when)).isGreaterThan(10);
        }
    }

    /** How many commits there were to be killed at: pages that are here at the same time share one. */
    private static int kills(String when) throws IOException, SQLException, InterruptedException {
        for (int commit = 1; ; commit++) {
            Path home = fresh("commit");
            int exit = Child.start(home, commit, when).process().waitFor();
            if (exit == 0) {
                return commit - 1;
            }
            assertThat(exit).isEqualTo(HaltAtCommit.HALTED);
            assertSyncGoesOn(home, when + " commit " + commit);
        }
    }

    @Test
    void aKillAtAnyMomentChangesNothing() throws IOException, SQLException, InterruptedException {
        Random random = new Random(20261123);
        int killed = 0;
        for (int tries = 0; killed < KILLS && tries < MOST_TRIES; tries++) {
            Path home = fresh("moment");
            Process child = Child.start(home, NEVER, "after").process();
            long wait = random.nextLong(millis);
            if (!child.waitFor(wait, TimeUnit.MILLISECONDS)) {
                child.destroyForcibly().waitFor();
                killed++;
            }
            assertSyncGoesOn(home, "killed after " + wait + " ms");
        }
        assertThat(killed).isEqualTo(KILLS);
    }

    private static void assertSyncGoesOn(Path home, String when) throws SQLException {
        SyncReport report = CrashScene.sync(home, CrashScene.today(), UnaryOperator.identity());
        assertThat(report.errors()).as(when).isEmpty();
        assertThat(Contents.of(home.resolve("data/nhip.db"))).as(when).isEqualTo(undisturbed);
    }

    private static Path fresh(String name) throws IOException {
        Path home = Files.createTempDirectory(folder, name);
        CrashScene.copy(before, home);
        return home;
    }
}
