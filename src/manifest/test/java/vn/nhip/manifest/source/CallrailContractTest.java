package vn.nhip.manifest.source;

/** CallRail keeps the connector contract. */
class CallrailContractTest extends SourceContract {

    CallrailContractTest() {
        super(new Callrail());
    }
}
