package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** Matomo under every fault of HTTP. */
@Tag("release")
class MatomoFaultsTest extends FaultContract {

    MatomoFaultsTest() {
        super(new Matomo());
    }
}
