package vn.nhip.manifest.source;

/** QuickBooks keeps the connector contract. */
class QuickbooksContractTest extends SourceContract {

    QuickbooksContractTest() {
        super(new Quickbooks());
    }

    @Override
    protected boolean pages() {
        return false;
    }
}
