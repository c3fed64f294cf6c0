package vn.nhip.manifest.source;

/** Mailchimp brings the truth. */
class MailchimpTruthTest extends TruthContract {

    MailchimpTruthTest() {
        super(new Mailchimp());
    }
}
