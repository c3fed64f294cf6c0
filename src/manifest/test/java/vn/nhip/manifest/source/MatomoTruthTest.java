package vn.nhip.manifest.source;

/** Matomo brings the truth. */
class MatomoTruthTest extends TruthContract {

    MatomoTruthTest() {
        super(new Matomo());
    }
}
