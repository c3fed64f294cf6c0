package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** CallRail under every fault of HTTP. */
@Tag("release")
class CallrailFaultsTest extends FaultContract {

    CallrailFaultsTest() {
        super(new Callrail());
    }
}
