package vn.nhip.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.Connector;

/** Rule 14: a connector behaves like a guest, at the source and in the process. */
abstract class MannerRules extends Rules {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final int ACCOUNTS = 5;
    private static final Duration GRACE = Duration.ofSeconds(2);

    MannerRules(ConnectorContract contract) {
        super(contract);
    }

    @Test
    final void closingTwiceIsFine() throws Exception {
        Connector connector = open(account());
        connector.check();
        connector.close();
        connector.close();
    }

    /** A pool that all accounts share may grow by a thread or two; a connector that leaves threads leaves one each time. */
    @Test
    final void noThreadIsLeftAfterClose() throws Exception {
        walk();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        for (int account = 0; account < ACCOUNTS; account++) {
            walk();
        }
        assertThat(leftOver(before))
                .as("threads left after %d accounts were closed", ACCOUNTS)
                .hasSizeLessThan(ACCOUNTS);
    }

    /** Where the system can tell (Linux): a file that stays open cannot be replaced or removed elsewhere. */
    @Test
    final void noFileIsLeftOpenAfterClose() throws Exception {
        walk();
        if (Files.isDirectory(OPEN_FILES)) {
            assertThat(openBelow(contract.temporary.toRealPath()))
                    .as("files left open")
                    .isEmpty();
        }
    }

    @Test
    final void requestsSayWhoAsksAndOnlyDeclaredHostsAreCalled() throws Exception {
        walk();
        assertThat(contract.source().isPresent())
                .as("a connector calls a source exactly when it declares hosts")
                .isEqualTo(!spec().hosts().isEmpty());
        contract.source().ifPresent(source -> {
            assertThat(source.requests()).isNotEmpty().allSatisfy(request -> assertThat(request.header("User-Agent"))
                    .as("user agent of %s", request.target())
                    .containsIgnoringCase("nhip"));
            assertThat(source.unanswered())
                    .as("requests that the sample has no answer for")
                    .isEmpty();
        });
    }

    @Test
    final void pagesAreNoLargerThanTheSourceAllows() throws Exception {
        if (contract.largestPage().isPresent()) {
            assertThat(walk()).flatExtracting(Walk.Slicing::steps).allSatisfy(step -> assertThat(
                            step.page().counts().read())
                    .isLessThanOrEqualTo(contract.largestPage().getAsInt()));
        }
    }

    private static List<String> leftOver(Set<Thread> before) throws InterruptedException {
        long deadline = System.nanoTime() + GRACE.toNanos();
        List<String> left;
        do {
            left = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> !before.contains(thread) && thread.isAlive())
                    .map(Thread::getName)
                    .filter(name ->
                            !name.startsWith(CalledSource.THREADS) && !name.startsWith("ForkJoinPool.commonPool"))
                    .toList();
            Thread.sleep(left.size() < ACCOUNTS ? 0 : 20);
        } while (left.size() >= ACCOUNTS && System.nanoTime() < deadline);
        return left;
    }

    private static List<Path> openBelow(Path folder) throws IOException {
        List<Path> open = new ArrayList<>();
        try (Stream<Path> links = Files.list(OPEN_FILES)) {
            for (Path link : links.toList()) {
                target(link).ifPresent(open::add);
            }
        }
        return open.stream().filter(target -> target.startsWith(folder)).toList();
    }

    /** Whatever else the process had open may be closed by now. */
    private static Optional<Path> target(Path link) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(link));
        } catch (NoSuchFileException | NotLinkException closedMeanwhile) {
            return Optional.empty();
        }
    }
}
