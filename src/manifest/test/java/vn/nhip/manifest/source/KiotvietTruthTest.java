package vn.nhip.manifest.source;

/** KiotViet brings the truth. */
class KiotvietTruthTest extends TruthContract {

    KiotvietTruthTest() {
        super(new Kiotviet());
    }
}
