package vn.nhip.spi;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;

/** What the engine lends a connector: the one clock, and the zone and currency of the account. */
public record ConnectorContext(Clock clock, ZoneId zone, Currency currency) {}
