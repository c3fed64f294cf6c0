package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** Frankfurter under every fault of HTTP. */
@Tag("release")
class FrankfurterFaultsTest extends FaultContract {

    FrankfurterFaultsTest() {
        super(new Frankfurter());
    }
}
