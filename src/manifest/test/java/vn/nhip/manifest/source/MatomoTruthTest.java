package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** Matomo brings the truth; with a request for each day it takes long. */
@Tag("release")
class MatomoTruthTest extends TruthContract {

    MatomoTruthTest() {
        super(new Matomo());
    }
}
