package vn.nhip.manifest.source;

/** Mailchimp keeps the connector contract. */
class MailchimpContractTest extends SourceContract {

    MailchimpContractTest() {
        super(new Mailchimp());
    }
}
