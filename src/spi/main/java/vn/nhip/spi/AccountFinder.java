package vn.nhip.spi;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists what a connection reaches: an optional capability of a {@link ConnectorFactory}. */
public interface AccountFinder {

    /**
     * The accounts, each after the one it belongs to. The context's zone and currency mean nothing yet.
     *
     * @throws ConnectorException as {@link Connector#read} does
     */
    List<Found> find(Map<String, Secret> secrets, ConnectorContext context);

    /**
     * One account as the source names it.
     *
     * <p>Shape: {@code parent} is the id of the manager or business above it. {@code settings} are those that the
     * account's entry needs. {@code hindrance} says why it cannot be read (a manager, cancelled, no permission).
     */
    record Found(
            String id,
            String title,
            Optional<String> parent,
            Optional<ZoneId> zone,
            Optional<Currency> currency,
            Map<String, String> settings,
            Optional<String> hindrance) {
        public Found {
            settings = Map.copyOf(settings);
        }
    }
}
