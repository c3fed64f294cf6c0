package vn.nhip.connection;

import java.util.Optional;
import java.util.function.Function;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Secret;

/** Gets a new token from the provider. */
interface Renewal {

    /** Of a provider that only knows pasted tokens. */
    Renewal NEVER = (connection, secrets) -> {
        throw new Denied("a pasted token cannot be renewed");
    };

    /**
     * Asks once.
     *
     * @throws Denied when only a person can help
     * @throws ConnectorException UNAVAILABLE or THROTTLED when asking later may help
     */
    Grant renew(Connection connection, Function<SecretName, Optional<Secret>> secrets) throws Denied;
}
