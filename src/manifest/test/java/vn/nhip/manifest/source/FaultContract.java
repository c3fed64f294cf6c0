package vn.nhip.manifest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.sandbox.face.rest.HttpFault;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestFace;
import vn.nhip.sandbox.face.rest.RestFaults;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.sync.SyncReport;

/** Every fault of the catalogue at every kind of request: said with the right kind, and the store ends as the truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultContract {

    private static final int RECORDS = 5;
    private static final int PAGE = 2;
    private static final int NIGHTS = 4;

    /** Long enough for any answer, short for one that never comes. */
    private static final HttpLimits QUICK =
            new HttpLimits(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofMillis(900), 1 << 20);

    private static final HttpLimits PATIENT =
            new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 1 << 20);

    @TempDir
    private static Path folder;

    private final Sample sample;
    private final Truth truth = Truths.few(Truths.through(Truths.LAST), RECORDS);
    private Scene scene;

    FaultContract(Sample sample) {
        this.sample = sample;
    }

    /** What all faults share: the store, the face, the source with either patience, and what the store should hold. */
    private record Scene(Night night, RestFace face, Watched quick, Watched patient, Set<String> expected) {}

    @BeforeAll
    void open() {
        Night night = new Night(folder, Truths.MORNING);
        RestFace face = RestFace.of(sample.service(() -> truth, night.clock));
        Watched quick = Watched.of(Folders.smallPages(sample.id(), folder.resolve("quick"), PAGE, QUICK));
        Watched patient = Watched.of(Folders.smallPages(sample.id(), folder.resolve("patient"), PAGE, PATIENT));
        Given given = new Given(quick.spec(), sample.facts(truth, Night.ZONE));
        try (Night.Shop told = night.told(given, sample, Truths.FIRST)) {
            told.sync();
            scene = new Scene(night, face, quick, patient, told.standing());
        }
    }

    @AfterAll
    void close() {
        scene.face().close();
        scene.night().close();
    }

    @TestFactory
    Stream<DynamicTest> everyFaultIsSaidAndTheStoreEndsAsTheTruth() {
        return sample.places().keySet().stream().flatMap(place -> Arrays.stream(HttpFault.values())
                .filter(fault -> fault != HttpFault.PAGE_AGAIN || !place.matches("first.*|token.*"))
                .map(fault -> DynamicTest.dynamicTest(place + ": " + fault, () -> strike(place, fault))));
    }

    private void strike(String place, HttpFault fault) {
        Predicate<RestAsk> where = Objects.requireNonNull(sample.places().get(place));
        Watched source = fault.lasts() ? scene.quick() : scene.patient();
        source.failures().clear();
        int times =
                switch (fault) {
                    case UNAUTHORIZED_ALWAYS -> Integer.MAX_VALUE;
                    case REDIRECT_LOOP -> 4;
                    default -> 1;
                };
        scene.face().faults(RestFaults.striking(times, where, fault));
        try (Night.Shop shop = scene.night().shop(source, scene.face().base(), sample, Truths.FIRST)) {
            SyncReport report = shop.sync();
            assertThat(scene.face().asked()).as("requests at %s", place).anyMatch(where);
            for (int night = 0;
                    night < NIGHTS && !(report.ok() && report.waitingUntil().isEmpty());
                    night++) {
                scene.face().faults(RestFaults.none());
                shop.reconnect();
                scene.night().clock.sleep(Duration.ofHours(1));
                report = shop.sync();
            }
            assertThat(report.errors()).isEmpty();
            assertThat(kind(source)).as("%s", source.failures()).isEqualTo(Expected.of(fault, sample, place));
            assertThat(shop.standing()).isEqualTo(scene.expected()).isNotEmpty();
            assertThat(shop.quarantined()).isEmpty();
        }
    }

    /** The last one counts: a token that has ended is noticed before it is known that there is no other. */
    private static Optional<Kind> kind(Watched source) {
        List<ConnectorException> failures = source.failures();
        return failures.isEmpty()
                ? Optional.empty()
                : Optional.of(failures.get(failures.size() - 1).kind());
    }
}
