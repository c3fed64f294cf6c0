package vn.nhip.spi;

/** Takes what a source sends of its own accord: an optional capability of a {@link ConnectorFactory}. */
public interface Receiving {

    /**
     * Makes sure that a delivery comes from the source, before anything of it is kept.
     *
     * <p>Calls: any thread; nothing is read of the body but its signature.
     *
     * @param secret the token of the account's connection
     * @return the id under which the source would repeat this delivery
     * @throws ConnectorException ACCESS when it is not signed as the settings say, or too old to be believed; DATA when
     *     it is not what the source sends
     */
    String accept(Delivery delivery, Settings settings, Secret secret);
}
