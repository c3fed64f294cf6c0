package vn.nhip.manifest.source;

/** Typeform keeps the connector contract. */
class TypeformContractTest extends SourceContract {

    TypeformContractTest() {
        super(new Typeform());
    }
}
