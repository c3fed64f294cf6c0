package vn.nhip.manifest.source;

/** Haravan brings the truth. */
class HaravanTruthTest extends TruthContract {

    HaravanTruthTest() {
        super(new Haravan());
    }
}
