package vn.nhip.manifest.source;

import org.junit.jupiter.api.Tag;

/** QuickBooks brings the truth; with a request for each day it takes long. */
@Tag("release")
class QuickbooksTruthTest extends TruthContract {

    QuickbooksTruthTest() {
        super(new Quickbooks());
    }
}
