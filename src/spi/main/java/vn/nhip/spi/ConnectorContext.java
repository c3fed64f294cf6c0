package vn.nhip.spi;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What the engine lends a connector: the one clock, the zone and currency of the account, the credential of its
 * connection, where the operator wants the source to be called, and what the source sent of its own accord.
 */
public record ConnectorContext(
        Clock clock, ZoneId zone, Currency currency, Access access, Site site, Deliveries deliveries) {

    /** For a source that sends nothing of its own accord. */
    public ConnectorContext(Clock clock, ZoneId zone, Currency currency, Access access, Site site) {
        this(clock, zone, currency, access, site, Deliveries.NONE);
    }

    /** For a source without credential, at its own place. */
    public ConnectorContext(Clock clock, ZoneId zone, Currency currency) {
        this(clock, zone, currency, Access.NONE, Site.VENDOR);
    }
}
