package vn.nhip.config;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.Site;

/**
 * Where the operator wants sources and providers to be called, when not at the vendors' own addresses, and where the
 * screen is served.
 *
 * <p>Shape: sites by connector id; the scheme, host and port of OAuth addresses by provider; the mail server, if there is
 * one.
 */
public record OperatorConfig(
        Map<String, Site> sources, Map<String, URI> providers, Optional<MailServer> mail, WebPlace web) {

    /** Where the screen is served on this machine, and the address of a reverse proxy in front of it. */
    public record WebPlace(int port, Optional<URI> publicUrl) {

        public static final WebPlace DEFAULT = new WebPlace(8484, Optional.empty());
    }

    /** Everything at the vendors' own addresses, and no mail. */
    public static final OperatorConfig NONE =
            new OperatorConfig(Map.of(), Map.of(), Optional.empty(), WebPlace.DEFAULT);

    /** With the screen at its usual place. */
    public OperatorConfig(Map<String, Site> sources, Map<String, URI> providers, Optional<MailServer> mail) {
        this(sources, providers, mail, WebPlace.DEFAULT);
    }

    public OperatorConfig {
        sources = Map.copyOf(sources);
        providers = Map.copyOf(providers);
    }

    public Site site(String connector) {
        return sources.getOrDefault(connector, Site.VENDOR);
    }

    public Optional<URI> provider(String provider) {
        return Optional.ofNullable(providers.get(provider));
    }
}
