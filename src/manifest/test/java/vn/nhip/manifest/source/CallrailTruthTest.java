package vn.nhip.manifest.source;

/** CallRail brings the truth. */
class CallrailTruthTest extends TruthContract {

    CallrailTruthTest() {
        super(new Callrail());
    }
}
