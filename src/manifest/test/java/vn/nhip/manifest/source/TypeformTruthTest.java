package vn.nhip.manifest.source;

/** Typeform brings the truth. */
class TypeformTruthTest extends TruthContract {

    TypeformTruthTest() {
        super(new Typeform());
    }
}
