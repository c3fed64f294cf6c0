package vn.nhip.testkit;

/** The good connector keeps every rule. */
class ShelfConnectorTest extends ShelfSample {

    ShelfConnectorTest() {
        super(Flaw.NONE);
    }
}
