package vn.nhip.sandbox.live;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.Face;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.ads.AdsCustomer;
import vn.nhip.sandbox.face.ads.AdsFace;
import vn.nhip.sandbox.face.analytics.AnalyticsFace;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.sandbox.face.books.FrankfurterService;
import vn.nhip.sandbox.face.books.QuickbooksService;
import vn.nhip.sandbox.face.graph.GraphAccount;
import vn.nhip.sandbox.face.graph.GraphFace;
import vn.nhip.sandbox.face.mail.MailchimpService;
import vn.nhip.sandbox.face.oauth.OAuthFace;
import vn.nhip.sandbox.face.oauth.OAuthRules;
import vn.nhip.sandbox.face.people.CallrailService;
import vn.nhip.sandbox.face.people.TypeformService;
import vn.nhip.sandbox.face.rest.RestFace;
import vn.nhip.sandbox.face.shop.HaravanService;
import vn.nhip.sandbox.truth.Truth;

/**
 * The platforms that the sample business is on, each on a loopback port of its own, until they are closed.
 *
 * <p>They answer in the vendors' protocols and take only what their login gave: a key of a service account, or a token.
 */
public final class SamplePlatforms implements AutoCloseable {

    /** The accounts of the sample business that are read from here; they have no files. */
    public static final Set<String> ACCOUNTS =
            Set.of("ga4", "google-ads", "meta-ads", "mailchimp", "web", "survey", "accounting", "calls", "rates");

    private static final String PROPERTY = "412345678";
    private static final String CUSTOMER = "2345678901";
    private static final String MANAGER = "9012345678";
    private static final String AD_ACCOUNT = "1023456789";
    private static final String DEVELOPER_TOKEN = "sample-developer-token";
    private static final String MAIL_KEY = "sample-key-of-the-newsletter-us6";
    private static final String FORM_TOKEN = "sample-token-of-the-survey";
    private static final String BOOKS_TOKEN = "sample-token-of-the-books";
    private static final String SHOP_TOKEN = "sample-token-of-the-web-shop";
    private static final String CALL_KEY = "sample-key-of-the-call-centre";

    private final ServiceAccount robot = ServiceAccount.make("nhip@sample-business.iam.example");
    private final OAuthFace login;
    private final AnalyticsFace analytics;
    private final AdsFace ads;
    private final GraphFace graph;
    private final RestFace mail;
    private final RestFace shop;
    private final RestFace form;
    private final RestFace books;
    private final RestFace calls;
    private final RestFace rates;

    private SamplePlatforms(Truth truth, Clock clock) {
        login = new OAuthFace(OAuthRules.STEADY, clock, FaultPlan.none()).account(robot.email(), robot.publicKey());
        analytics = AnalyticsFace.of(clock, login, AnalyticsProperty.of(PROPERTY, "VND", truth));
        ads = AdsFace.of(
                clock,
                login,
                DEVELOPER_TOKEN,
                AdsCustomer.manager(MANAGER, truth.span().zone()),
                AdsCustomer.of(CUSTOMER, truth).under(MANAGER));
        graph = GraphFace.of(clock, login, GraphAccount.of(AD_ACCOUNT, truth));
        mail = RestFace.of(new MailchimpService(() -> truth, Tokens.only(MAIL_KEY)));
        form = RestFace.of(new TypeformService(() -> truth, Tokens.only(FORM_TOKEN)));
        books = RestFace.of(new QuickbooksService(() -> truth, Tokens.only(BOOKS_TOKEN)));
        calls = RestFace.of(new CallrailService(() -> truth, Tokens.only(CALL_KEY)));
        rates = RestFace.of(new FrankfurterService(() -> truth));
        shop = RestFace.of(new HaravanService(() -> truth, Tokens.only(SHOP_TOKEN)));
    }

    public static SamplePlatforms start(SampleBusiness business, Clock clock) {
        return new SamplePlatforms(business.truth(), clock);
    }

    /** Where each connector finds its platform, by connector. */
    public Map<String, URI> sources() {
        return Map.of(
                "google-analytics", analytics.base(),
                "google-ads", ads.base(),
                "meta-ads", graph.base(),
                "mailchimp", mail.base(),
                "haravan", shop.base(),
                "typeform", form.base(),
                "quickbooks", books.base(),
                "callrail", calls.base(),
                "frankfurter", rates.base());
    }

    /** Where each provider gives tokens, by provider. */
    public Map<String, URI> logins() {
        return Map.of("google", login.base());
    }

    /** The key file of a service account that may read everything of Google's. */
    public String keyFile() {
        return robot.keyFile();
    }

    /** What Google Ads wants to see beside the login. */
    public String developerToken() {
        return DEVELOPER_TOKEN;
    }

    /** A new token that may read everything of Meta's, for an hour. */
    public String token() {
        return login.login()[0];
    }

    /** The keys that somebody makes in the admin of a tool and pastes, by connector. */
    public Map<String, String> keys() {
        return Map.of(
                "mailchimp", MAIL_KEY,
                "haravan", SHOP_TOKEN,
                "typeform", FORM_TOKEN,
                "quickbooks", BOOKS_TOKEN,
                "callrail", CALL_KEY);
    }

    @Override
    public void close() {
        List.of(rates, calls, books, form, shop, mail, graph, ads, analytics, login)
                .forEach(Face::close);
    }
}
