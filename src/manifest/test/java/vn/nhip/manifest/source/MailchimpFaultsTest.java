package vn.nhip.manifest.source;

/** Mailchimp under every fault of HTTP. */
class MailchimpFaultsTest extends FaultContract {

    MailchimpFaultsTest() {
        super(new Mailchimp());
    }
}
