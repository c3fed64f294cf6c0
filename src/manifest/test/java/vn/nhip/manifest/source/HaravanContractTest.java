package vn.nhip.manifest.source;

/** Haravan keeps the connector contract. */
class HaravanContractTest extends SourceContract {

    HaravanContractTest() {
        super(new Haravan());
    }
}
