package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** QuickBooks under every fault of HTTP. */
@Tag("release")
class QuickbooksFaultsTest extends FaultContract {

    QuickbooksFaultsTest() {
        super(new Quickbooks());
    }
}
