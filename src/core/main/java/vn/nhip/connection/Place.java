package vn.nhip.connection;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.nhip.spi.Auth;
import vn.nhip.spi.ConnectorException;

/** A provider's addresses as they are called: the vendor's own, or the same paths at the operator's base. */
record Place(Auth.OAuth vendor, Optional<URI> base) {

    static Place of(Auth auth, Optional<URI> base) {
        return new Place(
                auth.oauth()
                        .orElseThrow(() -> ConnectorException.settings(
                                "provider " + auth.provider() + " takes pasted tokens only")),
                base);
    }

    URI authorize() {
        return moved(vendor.authorize());
    }

    URI token() {
        return moved(vendor.token());
    }

    Optional<URI> revoke() {
        return vendor.revoke().map(this::moved);
    }

    /** The hosts that are called from here; the browser goes to the authorize address by itself. */
    Set<String> hosts() {
        Set<String> hosts = new TreeSet<>(Set.of(vendor.token().getHost()));
        vendor.revoke().map(URI::getHost).ifPresent(hosts::add);
        return hosts;
    }

    private URI moved(URI address) {
        return base.map(place -> place.resolve(address.getRawPath())).orElse(address);
    }
}
