package vn.nhip.manifest.source;

/** Pipedrive brings the truth. */
class PipedriveTruthTest extends TruthContract {

    PipedriveTruthTest() {
        super(new Pipedrive());
    }
}
