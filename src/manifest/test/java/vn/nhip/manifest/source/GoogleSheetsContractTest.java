package vn.nhip.manifest.source;

/** Google Sheets keeps the connector contract. */
class GoogleSheetsContractTest extends SourceContract {

    GoogleSheetsContractTest() {
        super(new GoogleSheets());
    }

    @Override
    protected boolean pages() {
        return false;
    }
}
