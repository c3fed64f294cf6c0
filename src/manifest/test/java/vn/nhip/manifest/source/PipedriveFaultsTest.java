package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** Pipedrive under every fault of HTTP. */
@Tag("release")
class PipedriveFaultsTest extends FaultContract {

    PipedriveFaultsTest() {
        super(new Pipedrive());
    }
}
