package vn.nhip.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import vn.nhip.app.Connecting;
import vn.nhip.connection.Connection;
import vn.nhip.connection.Consents;
import vn.nhip.export.Labels;
import vn.nhip.spi.Secret;

/** Has somebody agree in the browser, and makes the connection from the answer. */
final class BrowserConsent {

    private final Connecting connecting;
    private final Clock clock;
    private final Labels labels;
    private final PrintWriter out;

    BrowserConsent(Connecting connecting, Clock clock, Labels labels, PrintWriter out) {
        this.connecting = connecting;
        this.clock = clock;
        this.labels = labels;
        this.out = out;
    }

    Connection make(String name, Connecting.Wanted wanted, ConnectSecrets.Asking asking, boolean openBrowser)
            throws IOException {
        String clientId = asking.clientId();
        Secret clientSecret = asking.clientSecret();
        Map<String, Secret> secrets = asking.settings(wanted, connecting.secrets(name));
        Consents consents = new Consents(clock);
        try (ConsentPage page = ConsentPage.open(consents, wanted.auth().provider(), labels)) {
            URI address = connecting.consent(
                    consents, new Consents.Ask(name, wanted.auth(), clientId, page.redirect(), ConsentPage.SESSION));
            out.println(labels.text("connect.open", address.toString()));
            out.flush();
            if (openBrowser) {
                Browsers.open(address);
            }
            return connecting.make(page.await(), clientSecret, secrets);
        }
    }
}
