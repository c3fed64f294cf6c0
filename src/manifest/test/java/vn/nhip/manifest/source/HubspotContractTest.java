package vn.nhip.manifest.source;

/** HubSpot keeps the connector contract. */
class HubspotContractTest extends SourceContract {

    HubspotContractTest() {
        super(new Hubspot());
    }
}
