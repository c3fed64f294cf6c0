package vn.nhip.connector.metaads;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.kit.http.HttpLimits;
import vn.nhip.spi.AccountFinder;
import vn.nhip.spi.ApiVersion;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;
import vn.nhip.spi.StreamSpec;
import vn.nhip.spi.StreamSpec.PageOrder;

/** Offers Meta Ads: one ad account, and the lead forms of a Facebook page. */
public final class MetaAdsConnectorFactory implements ConnectorFactory, AccountFinder {

    private static final String HOST = "graph.facebook.com";
    private static final String APP_SECRET = "app-secret";

    /** Conversions come in for the days of a click up to a week, and are corrected for weeks after. */
    private static final int RESTATED_DAYS = 28;

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "meta-ads",
            "Meta Ads",
            settings(),
            List.of(
                    new StreamSpec(MetaAdsConnector.AD_DAYS, Set.of(FactKind.AD_DAY), RESTATED_DAYS, PageOrder.NONE, 2),
                    new StreamSpec(MetaAdsConnector.LEADS, Set.of(FactKind.LEAD), 2, PageOrder.NONE)),
            List.of(HOST),
            Optional.of(Auth.token("meta")),
            List.of(new ApiVersion("v24.0", Optional.empty())));

    private final HttpLimits limits;

    public MetaAdsConnectorFactory() {
        this(HttpLimits.STANDARD);
    }

    /** With other limits than the standard ones, for tests of a source that does not answer. */
    MetaAdsConnectorFactory(HttpLimits limits) {
        this.limits = limits;
    }

    private static List<Setting> settings() {
        return List.of(
                Setting.required("ad-account", Setting.Type.TEXT, "the ad account's number, with or without act_"),
                Setting.optional(
                        "attribution-windows",
                        Setting.Type.TEXT,
                        "7d_click,1d_view",
                        "how long after a click or view a conversion counts: one of 1d_click, 7d_click, 28d_click,"
                                + " and if wanted 1d_ev and 1d_view; another setting is another series of figures"),
                Setting.optional(
                        "conversion-action",
                        Setting.Type.TEXT,
                        "omni_purchase",
                        "the one action type that counts as a conversion; Meta repeats the same purchase under"
                                + " several, so they are never added"),
                Setting.optional(
                        "page",
                        Setting.Type.TEXT,
                        "",
                        "the number of the Facebook page whose lead forms are read; without it no leads are read"),
                Setting.optional(
                        "phone-region",
                        Setting.Type.TEXT,
                        "VN",
                        "the country of phone numbers that leads write without country code, in two letters"),
                Setting.optional(
                        "app-id", Setting.Type.TEXT, "", "your app's number, to tell its limits from those of others"),
                Setting.optional(
                        APP_SECRET,
                        Setting.Type.SECRET,
                        "",
                        "your app's secret, when the app demands proof of it with every call"));
    }

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        MetaAccount account = MetaAccount.of(settings);
        String app = "app " + settings.text("app-id");
        GraphPlace place = place(context, settings.findSecret(APP_SECRET), account.id(), app.strip());
        return new MetaAdsConnector(SPEC, context, new GraphClient(place, context.access()), account);
    }

    @Override
    public List<Found> find(Map<String, Secret> secrets, ConnectorContext context) {
        GraphPlace place = place(context, Optional.ofNullable(secrets.get(APP_SECRET)), "accounts", "app");
        try (GraphClient client = new GraphClient(place, context.access())) {
            return GraphClient.plainly(() -> AdAccounts.of(client));
        }
    }

    private GraphPlace place(ConnectorContext context, Optional<Secret> appSecret, String account, String app) {
        URI base = context.site().base().orElse(URI.create("https://" + HOST));
        String version = context.site().version().orElse(SPEC.versions().get(0).name());
        GuardedHttp http = new GuardedHttp(SPEC.hosts(), context.site().base(), limits, context.clock());
        return new GraphPlace(base, version, http, appSecret, account, app, context.clock());
    }
}
