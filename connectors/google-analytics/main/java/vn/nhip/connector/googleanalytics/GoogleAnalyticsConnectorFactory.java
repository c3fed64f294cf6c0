package vn.nhip.connector.googleanalytics;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.grpc.GrpcService;
import vn.nhip.spi.ApiVersion;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;
import vn.nhip.spi.StreamSpec;

/** Google Analytics as a source; see the README beside it. The SDK is loaded when an account is opened, not before. */
public final class GoogleAnalyticsConnectorFactory implements ConnectorFactory {

    static final String TRAFFIC = "traffic";
    static final String USERS = "users";
    static final String PURCHASES = "purchases";

    private static final String HOST = "analyticsdata.googleapis.com";
    private static final String VERSION = "v1beta";

    /** Google processes a day for up to 48 hours; events of apps arrive up to 72 hours late. */
    private static final int RESTATED_DAYS = 3;

    private static final Auth AUTH = new Auth(
            "google",
            EnumSet.of(Auth.Way.OAUTH_CODE, Auth.Way.SERVICE_ACCOUNT),
            Optional.of(new Auth.OAuth(
                    URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
                    URI.create("https://oauth2.googleapis.com/token"),
                    List.of("https://www.googleapis.com/auth/analytics.readonly"),
                    Map.of("access_type", "offline", "prompt", "consent"))));

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "google-analytics",
            "Google Analytics",
            List.of(
                    Setting.required(
                            "property",
                            Setting.Type.TEXT,
                            "the property's number, as Google Analytics shows it under Admin → Property details"),
                    Setting.optional(
                            "rows-per-page",
                            Setting.Type.WHOLE_NUMBER,
                            "10000",
                            "rows that one answer may hold, from 1 to 250000"),
                    Setting.optional(
                            "patience-seconds",
                            Setting.Type.WHOLE_NUMBER,
                            "60",
                            "how long one report may take, from 1 to 600")),
            List.of(
                    stream(TRAFFIC, FactKind.TRAFFIC_DAY),
                    stream(USERS, FactKind.TRAFFIC_USERS),
                    stream(PURCHASES, FactKind.METRIC_DAY)),
            List.of(HOST),
            Optional.of(AUTH),
            List.of(new ApiVersion(VERSION, Optional.empty())));

    private static StreamSpec stream(String name, FactKind fact) {
        return new StreamSpec(name, Set.of(fact), RESTATED_DAYS, StreamSpec.PageOrder.NONE);
    }

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        String property = settings.text("property");
        if (!property.matches("\\d{1,18}")) {
            throw ConnectorException.settings("setting 'property' must be the property's number, such as 123456789,"
                    + " not '" + property + "'; a measurement id (G-…) is another thing");
        }
        context.site().version().filter(version -> !version.equals(VERSION)).ifPresent(version -> {
            throw ConnectorException.settings(
                    "there is no version " + version + " of the Google Analytics Data API here; there is " + VERSION);
        });
        int rows = within(settings, "rows-per-page", 250_000);
        Duration patience = Duration.ofSeconds(within(settings, "patience-seconds", 600));
        GrpcService service = new GrpcService(HOST, context.site(), Map.of(), patience);
        return new GoogleAnalyticsConnector(SPEC, context, new Reports(service, context, property), rows);
    }

    private static int within(Settings settings, String name, int most) {
        long value = settings.wholeNumber(name);
        if (value < 1 || value > most) {
            throw ConnectorException.settings("setting '" + name + "' must be from 1 to " + most + ", not " + value);
        }
        return (int) value;
    }
}
