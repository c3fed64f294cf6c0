package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** Brevo under every fault of HTTP. */
@Tag("release")
class BrevoFaultsTest extends FaultContract {

    BrevoFaultsTest() {
        super(new Brevo());
    }
}
