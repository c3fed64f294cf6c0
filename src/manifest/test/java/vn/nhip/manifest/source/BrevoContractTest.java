package vn.nhip.manifest.source;

/** Brevo keeps the connector contract. */
class BrevoContractTest extends SourceContract {

    BrevoContractTest() {
        super(new Brevo());
    }
}
