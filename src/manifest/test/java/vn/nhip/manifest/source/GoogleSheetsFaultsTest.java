package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** Google Sheets under every fault of HTTP. */
@Tag("release")
class GoogleSheetsFaultsTest extends FaultContract {

    GoogleSheetsFaultsTest() {
        super(new GoogleSheets());
    }
}
