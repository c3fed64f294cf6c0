package vn.nhip.cli;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.app.Connecting;
import vn.nhip.app.Home;
import vn.nhip.config.ConfigFile;
import vn.nhip.connection.Credential;
import vn.nhip.sandbox.live.SamplePlatforms;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Secret;

/** The way from the demo's home to its platforms: what an operator writes, and what {@code nhip connect} does. */
record PlatformAccess(SamplePlatforms platforms) {

    /** The platforms answer elsewhere than at the vendors' own addresses. */
    void writeOperatorFile(Home home) {
        StringBuilder text = new StringBuilder("# Written by 'nhip demo', whose platforms answer while it runs.\n");
        bases(text.append("sources:\n"), platforms.sources());
        bases(text.append("providers:\n"), platforms.logins());
        ConfigFile.write(home.operatorFile(), text.toString());
    }

    private static void bases(StringBuilder text, Map<String, URI> bases) {
        new TreeMap<>(bases).forEach((id, base) -> text.append("  " + id + ": {base: \"" + base + "\"}\n"));
    }

    /** With a key file for Google, a token for Meta, and pasted keys for the rest. */
    void connect(Connecting connecting) {
        Connecting.Wanted google = connecting.wanted(List.of("google-analytics", "google-ads"));
        connecting.make(
                "google",
                google.auth(),
                Credential.serviceAccount(
                        Secret.of(platforms.keyFile()),
                        google.scopes(),
                        Map.of("developer-token", Secret.of(platforms.developerToken()))));
        connecting.make(
                "meta",
                connecting.wanted(List.of("meta-ads")).auth(),
                Credential.token(Secret.of(platforms.token()), Map.of(), Optional.empty()));
        platforms.keys().forEach((connector, key) -> pasted(connecting, connector, key));
    }

    private static void pasted(Connecting connecting, String connector, String key) {
        Auth auth = connecting.wanted(List.of(connector)).auth();
        connecting.make(auth.provider(), auth, Credential.token(Secret.of(key), Map.of(), Optional.empty()));
    }
}
