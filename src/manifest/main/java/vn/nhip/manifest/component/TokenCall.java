package vn.nhip.manifest.component;

import java.time.Duration;
import java.util.Optional;
import vn.nhip.kit.http.HttpReply;
import vn.nhip.manifest.tree.Scope;
import vn.nhip.spi.ConnectorException;

/** A request whose answer is a token and not a page: a log-in, an exchange of keys. */
public interface TokenCall {

    /** Where the manifest says it; calls of one place have one token. */
    String place();

    String method();

    /** The request, ready to be sent. */
    RequestParts request(Scope scope, Tokens tokens);

    /**
     * The token of an answer of status 2xx.
     *
     * @throws ConnectorException DATA when there is none in it
     */
    Given given(HttpReply reply, Scope scope);

    /** A token, and how long it holds where that is known. */
    record Given(String token, Optional<Duration> life) {

        @Override
        public String toString() {
            return "a token";
        }
    }
}
