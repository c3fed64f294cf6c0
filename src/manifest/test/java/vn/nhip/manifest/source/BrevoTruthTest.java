package vn.nhip.manifest.source;

/** Brevo brings the truth. */
class BrevoTruthTest extends TruthContract {

    BrevoTruthTest() {
        super(new Brevo());
    }
}
