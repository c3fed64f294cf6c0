package vn.nhip.manifest.source;

/** Google Sheets brings the truth. */
class GoogleSheetsTruthTest extends TruthContract {

    GoogleSheetsTruthTest() {
        super(new GoogleSheets());
    }
}
