package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** Haravan under every fault of HTTP. */
@Tag("release")
class HaravanFaultsTest extends FaultContract {

    HaravanFaultsTest() {
        super(new Haravan());
    }
}
