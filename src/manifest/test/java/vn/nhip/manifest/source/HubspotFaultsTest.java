package vn.nhip.manifest.source;

/** HubSpot under every fault of HTTP. */
class HubspotFaultsTest extends FaultContract {

    HubspotFaultsTest() {
        super(new Hubspot());
    }
}
