package vn.nhip.manifest.source;

/** Frankfurter keeps the connector contract. */
class FrankfurterContractTest extends SourceContract {

    FrankfurterContractTest() {
        super(new Frankfurter());
    }

    @Override
    protected boolean pages() {
        return false;
    }
}
