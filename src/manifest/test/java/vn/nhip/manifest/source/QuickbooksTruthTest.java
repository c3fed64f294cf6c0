package vn.nhip.manifest.source;

/** QuickBooks brings the truth. */
class QuickbooksTruthTest extends TruthContract {

    QuickbooksTruthTest() {
        super(new Quickbooks());
    }
}
