package vn.nhip.manifest.source;

/** KiotViet keeps the connector contract. */
class KiotvietContractTest extends SourceContract {

    KiotvietContractTest() {
        super(new Kiotviet());
    }
}
