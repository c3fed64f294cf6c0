package vn.nhip.manifest.source;

/** HubSpot brings the truth. */
class HubspotTruthTest extends TruthContract {

    HubspotTruthTest() {
        super(new Hubspot());
    }
}
