package vn.nhip.kit.http;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.ConnectorException;

/**
 * Who may be called: hosts by their exact name, over TLS on port 443; and the operator's own base, wherever it is.
 *
 * <p>A name has letters, digits and hyphens only. An address in figures, in whatever notation, is no name.
 */
final class Hosts {

    private static final Pattern NAME = Pattern.compile(
            "(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private final Set<String> names;
    private final Optional<HttpUrl> base;

    Hosts(Collection<String> names, Optional<URI> base) {
        this.names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.base = base.map(Hosts::operators);
    }

    private static HttpUrl operators(URI base) {
        HttpUrl url = parsed(base);
        if (url == null || base.getRawUserInfo() != null) {
            throw ConnectorException.settings(
                    "the operator's file names no address to call: " + base.getScheme() + "://" + base.getHost());
        }
        return url;
    }

    /**
     * The address to call.
     *
     * @throws ConnectorException SETTINGS when it is nobody's who may be called
     */
    HttpUrl permitted(URI uri) {
        HttpUrl url = parsed(uri);
        if (url == null || !permits(url) || uri.getRawUserInfo() != null) {
            throw ConnectorException.settings("'" + uri.getHost() + "' is not called: only https on port 443 of "
                    + String.join(", ", names) + " is, and what the operator's file names");
        }
        return url;
    }

    boolean permits(HttpUrl url) {
        boolean plain = url.username().isEmpty() && url.password().isEmpty();
        return plain && (isBase(url) || isNamed(url));
    }

    private boolean isNamed(HttpUrl url) {
        return url.isHttps()
                && url.port() == 443
                && names.contains(url.host())
                && NAME.matcher(url.host()).matches();
    }

    /** Whether this is at the operator's own base, the only place that need not be public. */
    boolean isBase(HttpUrl url) {
        return base.filter(place -> place.scheme().equals(url.scheme())
                        && place.host().equals(url.host())
                        && place.port() == url.port())
                .isPresent();
    }

    boolean isHostOfBase(String host) {
        return base.filter(place -> place.host().equals(host)).isPresent();
    }

    /** Nothing when the two ways to read an address do not agree on its host. */
    private static @Nullable HttpUrl parsed(URI uri) {
        HttpUrl url = HttpUrl.get(uri);
        boolean same = url != null && uri.getHost() != null && sameHost(url.host(), uri.getHost());
        return same ? url : null;
    }

    private static boolean sameHost(String one, String other) {
        return one.equals(other.toLowerCase(Locale.ROOT)) || ("[" + one + "]").equals(other.toLowerCase(Locale.ROOT));
    }
}
