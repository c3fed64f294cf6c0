package vn.nhip.manifest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.manifest.ManifestFactory;
import vn.nhip.sandbox.face.rest.RestFace;
import vn.nhip.sandbox.face.rest.RestFaults;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.ConnectorFactory;

/** What a night brings into the store is the truth, to the đồng and key by key, and so is what the next night changes. */
abstract class TruthContract {

    private static final int LATER_DAYS = 4;

    @TempDir
    private Path folder;

    private final Sample sample;
    private Truth truth = Truths.through(Truths.LAST);
    private Night night;
    private RestFace face;

    TruthContract(Sample sample) {
        this.sample = sample;
    }

    @BeforeEach
    void open() {
        night = new Night(folder, Truths.MORNING);
        face = RestFace.of(sample.service(() -> truth, night.clock));
    }

    @AfterEach
    void close() {
        face.close();
        night.close();
    }

    @Test
    void theStoreHoldsTheTruth() {
        try (Night.Shop shop = shop(ManifestFactory.load(Folders.of(sample.id())))) {
            night(shop);

            assertThat(shop.standing()).isEqualTo(told()).isNotEmpty();
            assertThat(shop.quarantined()).isEmpty();
        }
    }

    @Test
    void smallPagesBringTheSame() {
        ConnectorFactory small = Folders.smallPages(sample.id(), folder, 7, HttpLimits.STANDARD);
        try (Night.Shop shop = shop(small)) {
            night(shop);

            assertThat(shop.standing()).isEqualTo(told());
        }
    }

    @Test
    void theNextNightsBringWhatChangedAndDoubleNothing() {
        try (Night.Shop shop = shop(ManifestFactory.load(Folders.of(sample.id())))) {
            night(shop);
            face.faults(RestFaults.none());
            night(shop);
            assertThat(shop.standing()).isEqualTo(told());

            truth = Truths.through(Truths.LAST.plusDays(LATER_DAYS));
            night.clock.sleep(Duration.ofDays(LATER_DAYS));
            night(shop);

            assertThat(shop.standing()).isEqualTo(told());
            assertThat(shop.quarantined()).isEmpty();
        }
    }

    private static void night(Night.Shop shop) {
        assertThat(shop.sync().errors()).isEmpty();
    }

    private Night.Shop shop(ConnectorFactory factory) {
        return night.shop(factory, face.base(), sample, Truths.FIRST);
    }

    private Set<String> told() {
        ConnectorFactory factory = ManifestFactory.load(Folders.of(sample.id()));
        try (Night.Shop told =
                night.told(new Given(factory.spec(), sample.facts(truth, Night.ZONE)), sample, Truths.FIRST)) {
            assertThat(told.sync().errors()).isEmpty();
            return told.standing();
        }
    }
}
