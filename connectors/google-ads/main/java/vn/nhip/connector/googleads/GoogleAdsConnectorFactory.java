package vn.nhip.connector.googleads;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.spi.AccountFinder;
import vn.nhip.spi.ApiVersion;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;
import vn.nhip.spi.StreamSpec;

/** Google Ads as a source; see the README beside it. The SDK is loaded when an account is opened, not before. */
public final class GoogleAdsConnectorFactory implements ConnectorFactory, AccountFinder {

    static final String AD_DAYS = "ad-days";
    static final String DEVELOPER_TOKEN = "developer-token";
    static final String VERSION = "v23";

    private static final String HOST = "googleads.googleapis.com";

    /** Google gives invalid clicks back within 30 days, and most conversions come in by then. */
    private static final int RESTATED_DAYS = 30;

    /** Google says "February 2027" and no day. */
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);

    private static final Duration PATIENCE_OF_FINDING = Duration.ofSeconds(60);

    private static final Auth AUTH = new Auth(
            "google",
            EnumSet.of(Auth.Way.OAUTH_CODE, Auth.Way.SERVICE_ACCOUNT),
            Optional.of(new Auth.OAuth(
                    URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
                    URI.create("https://oauth2.googleapis.com/token"),
                    List.of("https://www.googleapis.com/auth/adwords"),
                    Map.of("access_type", "offline", "prompt", "consent"))));

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "google-ads",
            "Google Ads",
            settings(),
            List.of(new StreamSpec(AD_DAYS, Set.of(FactKind.AD_DAY), RESTATED_DAYS, StreamSpec.PageOrder.NONE, 2)),
            List.of(HOST),
            Optional.of(AUTH),
            List.of(new ApiVersion(VERSION, Optional.of(LAST_DAY))));

    private static List<Setting> settings() {
        return List.of(
                Setting.required(
                        "customer-id",
                        Setting.Type.TEXT,
                        "the account's number, with or without dashes (123-456-7890)"),
                Setting.optional(
                        "login-customer-id",
                        Setting.Type.TEXT,
                        "",
                        "the number of the manager account through which the login reaches the account, if it does;"
                                + " 'nhip accounts' says which"),
                new Setting(
                        "conversions",
                        Setting.Type.CHOICE,
                        Optional.of(ConversionSetting.PRIMARY.id()),
                        "what counts as a conversion: those of the column \"Conversions\", or all of them; another"
                                + " setting is another series of figures",
                        List.of(ConversionSetting.PRIMARY.id(), ConversionSetting.ALL.id())),
                Setting.required(
                        DEVELOPER_TOKEN,
                        Setting.Type.SECRET,
                        "the developer token, as the API Center of your manager account shows it"),
                Setting.optional(
                        "patience-seconds",
                        Setting.Type.WHOLE_NUMBER,
                        "120",
                        "how long one page of a report may take, from 1 to 600"));
    }

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        AdsAccount account = AdsAccount.of(settings);
        AdsDoor door = door(settings.secret(DEVELOPER_TOKEN), patience(settings), context);
        return new GoogleAdsConnector(SPEC, context, door.open(account.name(), account.login()), account);
    }

    @Override
    public List<Found> find(Map<String, Secret> secrets, ConnectorContext context) {
        Secret developerToken = Optional.ofNullable(secrets.get(DEVELOPER_TOKEN))
                .orElseThrow(() -> ConnectorException.settings(
                        "the connection has no developer token; run 'nhip connect' for Google Ads and give it"));
        return new CustomerTree(door(developerToken, PATIENCE_OF_FINDING, context)).found();
    }

    private static AdsDoor door(Secret developerToken, Duration patience, ConnectorContext context) {
        context.site().version().filter(version -> !version.equals(VERSION)).ifPresent(version -> {
            throw ConnectorException.settings(
                    "there is no version " + version + " of the Google Ads API here; there is " + VERSION);
        });
        return new AdsDoor(HOST, context, developerToken, patience);
    }

    private static Duration patience(Settings settings) {
        long seconds = settings.wholeNumber("patience-seconds");
        if (seconds < 1 || seconds > 600) {
            throw ConnectorException.settings("setting 'patience-seconds' must be from 1 to 600, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }
}
