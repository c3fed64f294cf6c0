package vn.nhip.spi;

import java.net.URI;
import java.util.Optional;

/**
 * Where, and in which version, a source is called when the operator's file says otherwise than the connector.
 *
 * <p>Shape: {@code base} is scheme, host and port; the only address outside {@link ConnectorSpec#hosts()} that may be
 * called, and the only one that may be on a private network or without TLS.
 */
public record Site(Optional<URI> base, Optional<String> version) {

    /** The vendor's own. */
    public static final Site VENDOR = new Site(Optional.empty(), Optional.empty());
}
