package vn.nhip.manifest.source;

/** Pipedrive keeps the connector contract. */
class PipedriveContractTest extends SourceContract {

    PipedriveContractTest() {
        super(new Pipedrive());
    }
}
