package vn.nhip.spi;

/**
 * Says what a connector is, and opens it for one account. Found by {@link java.util.ServiceLoader}; keeps no state.
 */
public interface ConnectorFactory {

    ConnectorSpec spec();

    /**
     * Opens the connector without calling the source.
     *
     * @throws ConnectorException SETTINGS when the settings contradict each other
     */
    Connector open(Settings settings, ConnectorContext context);
}
