package vn.nhip.spi;

/**
 * The credential of an account's connection, as the engine keeps it.
 *
 * <p>Calls: ask right before each request and keep the answer nowhere; any thread. Renewal, storage and the wish to
 * reconnect are the engine's.
 */
public interface Access {

    /** Of a source that wants no credential. */
    Access NONE = new Access() {
        @Override
        public Secret token() {
            throw ConnectorException.settings("the account names no connection; run 'nhip connect' for its source");
        }

        @Override
        public void refused(Secret token) {}
    };

    /**
     * A token that holds for some minutes.
     *
     * @throws ConnectorException ACCESS when someone must reconnect; UNAVAILABLE when it cannot be renewed just now
     */
    Secret token();

    /** Says that the source refused this token although it should have held; the next one is another, if there is one. */
    void refused(Secret token);
}
