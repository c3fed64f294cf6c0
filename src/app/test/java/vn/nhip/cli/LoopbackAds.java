package vn.nhip.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.kit.http.GuardedHttp;
import vn.nhip.spi.AccountFinder;
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

/** An ad platform that only tests know: connected in every way, called at the operator's base. */
public final class LoopbackAds implements ConnectorFactory, AccountFinder {

    static final String ID = "loopback-ads";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            ID,
            "Loopback Ads",
            List.of(
                    Setting.required("customer", Setting.Type.TEXT, "the account's number"),
                    Setting.required("developer-token", Setting.Type.SECRET, "the app's own token")),
            List.of(new StreamSpec("ads", Set.of(FactKind.AD_DAY), 3, StreamSpec.PageOrder.NONE)),
            List.of("ads.loopback.example"),
            Optional.of(new Auth(
                    "loopback",
                    Set.of(Auth.Way.values()),
                    Optional.of(new Auth.OAuth(
                            URI.create("https://login.loopback.example/auth"),
                            URI.create("https://login.loopback.example/token"),
                            List.of("ads.read"),
                            Map.of(),
                            Optional.of(URI.create("https://login.loopback.example/revoke")))))),
            List.of());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return new LoopbackAdsConnector(new LoopbackCalls(
                GuardedHttp.of(SPEC, context), context, settings.secret("developer-token"), settings.text("customer")));
    }

    @Override
    public List<Found> find(Map<String, Secret> secrets, ConnectorContext context) {
        Secret developer = Optional.ofNullable(secrets.get("developer-token")).orElseThrow();
        LoopbackCalls calls = new LoopbackCalls(GuardedHttp.of(SPEC, context), context, developer, "");
        List<Found> found = new ArrayList<>();
        for (JsonNode account : calls.get("/accounts")) {
            found.add(new Found(
                    account.path("id").asText(),
                    account.path("title").asText(),
                    Optional.of(account.path("parent").asText()).filter(parent -> !parent.isEmpty()),
                    Optional.empty(),
                    Optional.of(Currency.getInstance("USD")),
                    Map.of("customer", account.path("id").asText()),
                    Optional.of(account.path("hindrance").asText()).filter(text -> !text.isEmpty())));
        }
        return found;
    }
}
