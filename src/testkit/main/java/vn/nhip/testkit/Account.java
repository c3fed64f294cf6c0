package vn.nhip.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Settings;

/** One account as a user would have set it up, ready to be opened as often as a rule needs. */
public record Account(Map<String, String> settings, Map<String, Secret> secrets, ConnectorContext context) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-15T01:00:00Z"), ZoneOffset.UTC);

    public Account {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    /** An account without settings, whose clock stands at 2026-01-15 08:00 in Vietnam. */
    public static Account in(String zone, String currency) {
        return new Account(
                Map.of(), Map.of(), new ConnectorContext(CLOCK, ZoneId.of(zone), Currency.getInstance(currency)));
    }

    /** An account of a Vietnamese business. */
    public static Account vietnamese() {
        return in("Asia/Ho_Chi_Minh", "VND");
    }

    public Account with(String setting, String value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(setting, value);
        return new Account(more, secrets, context);
    }

    public Account withSecret(String name, String value) {
        Map<String, Secret> more = new TreeMap<>(secrets);
        more.put(name, Secret.of(value));
        return new Account(settings, more, context);
    }

    /** The value that this account was given for a setting. */
    public String setting(String name) {
        return Objects.requireNonNull(settings.get(name), () -> "the test gave no setting " + name);
    }

    Account without(String name) {
        Map<String, String> fewer = new TreeMap<>(settings);
        Map<String, Secret> fewerSecrets = new TreeMap<>(secrets);
        fewer.remove(name);
        fewerSecrets.remove(name);
        return new Account(fewer, fewerSecrets, context);
    }

    /** Opens the account as the engine does: settings checked against the declared ones first. */
    /** Its connector. */
    public Connector open(ConnectorFactory factory) {
        return factory.open(Settings.of(factory.spec(), settings, secrets), context);
    }
}
