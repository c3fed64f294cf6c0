package vn.nhip.manifest.source;

/** Frankfurter brings the truth. */
class FrankfurterTruthTest extends TruthContract {

    FrankfurterTruthTest() {
        super(new Frankfurter());
    }
}
