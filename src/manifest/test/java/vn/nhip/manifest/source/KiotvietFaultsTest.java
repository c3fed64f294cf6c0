package vn.nhip.manifest.source;

/** KiotViet under every fault of HTTP. */
class KiotvietFaultsTest extends FaultContract {

    KiotvietFaultsTest() {
        super(new Kiotviet());
    }
}
