package vn.nhip.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhip.app.Connecting;
import vn.nhip.app.Workplace;
import vn.nhip.connection.Connection;
import vn.nhip.connection.ConsentException;
import vn.nhip.connection.Consents;
import vn.nhip.login.Audit;
import vn.nhip.spi.Auth;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Secret;

/**
 * Sends people to a vendor to agree, and takes the answer.
 *
 * <p>Where the vendor sends them back to is made from our own settings alone, one path for each provider.
 */
record ConsentDesk(Workplace workplace, Audit audit, Pages pages, Place place, ConnectWork work, Drafts drafts) {

    static final String CALLBACK = "/callback/";

    /** Where we are reached, and the questions that are open. */
    record Place(URI base, Consents consents) {}

    /** What somebody agrees to, through which app of theirs. */
    record Asking(Connecting.Wanted wanted, String clientId, Secret clientSecret, Map<String, Secret> secrets) {}

    /** The address to enter at the vendor; empty where nobody agrees in a browser. */
    String redirect(ConnectorSpec spec) {
        return spec.auth()
                .filter(auth -> auth.ways().contains(Auth.Way.OAUTH_CODE))
                .map(auth -> redirect(auth).toString())
                .orElse("");
    }

    private URI redirect(Auth auth) {
        return place.base().resolve(CALLBACK + auth.provider());
    }

    /** Where to go first, when this browser came by another of our names: the answer would find no session. */
    Optional<String> elsewhere(Context context) {
        boolean here = place.base().getAuthority().equals(context.header("Host"));
        return here
                ? Optional.empty()
                : Optional.of(place.base().resolve("/connect").toString());
    }

    void ask(Draft draft, Asking asking) {
        Auth auth = asking.wanted().auth();
        Consents.Ask ask = new Consents.Ask(
                draft.of().connection(),
                auth,
                asking.clientId(),
                redirect(auth),
                draft.of().session());
        URI address = workplace.connecting().consent(place.consents(), ask);
        draft.asks(new Draft.Asked(ask, address, asking.clientSecret(), asking.secrets()));
    }

    /** Asks for the same once more, through the same app; false when no app is known. */
    boolean askAgain(Draft draft, Connection connection) {
        Connecting connecting = workplace.connecting();
        Optional<Secret> secret = connecting.clientSecret(connection);
        boolean known =
                connection.way() == Auth.Way.OAUTH_CODE && connection.clientId().isPresent() && secret.isPresent();
        if (known) {
            ask(
                    draft,
                    new Asking(
                            connecting.wanted(served(connection)),
                            connection.clientId().orElseThrow(),
                            secret.orElseThrow(),
                            connecting.secrets(connection.name())));
        }
        return known;
    }

    /** The connectors that this connection was made for, and writing into Google Sheets. */
    List<String> served(Connection connection) {
        Stream<String> writing = Stream.of(Connecting.SHEETS_EXPORT)
                .filter(id -> workplace.connecting().mayWriteSheets(connection));
        Stream<String> reading = workplace.connectors().all().stream()
                .map(factory -> factory.spec())
                .filter(spec -> spec.auth().filter(connection::serves).isPresent())
                .map(ConnectorSpec::id);
        return Stream.concat(reading, writing).toList();
    }

    /** The vendor sent somebody back; what came is good once, for who asked, and from whom it was asked. */
    void callback(Context context) {
        String session = Gate.session(context).orElseThrow().formToken();
        String query = Optional.ofNullable(context.queryString()).orElse("");
        try {
            Consents.Agreed agreed = place.consents().answer(context.pathParam("provider"), session, query);
            Draft draft = drafts.find(agreed.address()).orElseThrow(() -> new Refused(404, "draft"));
            work.exchange(draft, draft.asked().orElseThrow(), agreed);
            context.redirect(ConnectDesk.address(draft));
        } catch (ConsentException no) {
            String reason = no.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            audit.note(Gate.session(context).orElseThrow().user().name(), "consent-refused", reason);
            pages.notice(context, 400, "consent-" + reason, "");
        }
    }
}
