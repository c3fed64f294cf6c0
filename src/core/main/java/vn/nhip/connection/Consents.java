package vn.nhip.connection;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.nhip.connection.ConsentException.Reason;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Secret;

/**
 * Consents that were asked for in a browser and are not answered yet: code flow with PKCE.
 *
 * <p>Each has a random state of 256 bits that is good for one answer within ten minutes, to the provider, session and
 * connection that it was made for. Calls: any thread.
 */
public final class Consents {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int STATE_BYTES = 32;

    private final Clock clock;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    public Consents(Clock clock) {
        this.clock = clock;
    }

    /**
     * What someone is asked to agree to.
     *
     * <p>Shape: {@code redirect} is where the provider sends the browser: of this service and this provider only;
     * {@code session} tells the browser that asks from all others.
     */
    public record Ask(String connection, Auth auth, String clientId, URI redirect, String session) {}

    /** An answer that belongs to what was asked at {@code address}; the code is good for one exchange. */
    public record Agreed(Ask ask, URI address, Secret code, Secret verifier) {}

    private record Pending(Ask ask, URI address, CodeVerifier verifier, Instant until) {}

    /** The address to open in the browser; {@code place} says where the provider is called. */
    URI ask(Ask ask, Place place) {
        forgetTheOld();
        State state = new State(STATE_BYTES);
        CodeVerifier verifier = new CodeVerifier();
        AuthorizationRequest.Builder request = new AuthorizationRequest.Builder(
                        ResponseType.CODE, new ClientID(ask.clientId()))
                .endpointURI(place.authorize())
                .redirectionURI(ask.redirect())
                .scope(Scope.parse(place.vendor().scopes()))
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        place.vendor().parameters().forEach(request::customParameter);
        URI address = request.build().toURI();
        pending.put(
                state.getValue(),
                new Pending(ask, address, verifier, clock.instant().plus(PATIENCE)));
        return address;
    }

    /**
     * Takes what the provider sent back through the browser; its state is spent, whatever comes of it.
     *
     * @param query the raw query of the redirect that came in for this provider and session
     * @throws ConsentException when it is not an answer to what was asked, or the answer is no
     */
    public Agreed answer(String provider, String session, String query) {
        AuthorizationResponse answer = parsed(query);
        Pending asked = Optional.ofNullable(answer.getState())
                .map(state -> pending.remove(state.getValue()))
                .orElseThrow(() -> new ConsentException(
                        Reason.UNKNOWN,
                        "Nobody asked for this consent, or it was used already. Start to connect again."));
        if (clock.instant().isAfter(asked.until())) {
            throw new ConsentException(Reason.EXPIRED, "This consent came after ten minutes. Start to connect again.");
        }
        if (!asked.ask().auth().provider().equals(provider)
                || !asked.ask().session().equals(session)) {
            throw new ConsentException(
                    Reason.MIXED_UP, "This consent was asked for elsewhere. Start to connect again, in one browser.");
        }
        if (!answer.indicatesSuccess()) {
            throw new ConsentException(
                    Reason.DENIED, "The consent was not given (" + said(answer) + "). Nothing was connected.");
        }
        return new Agreed(
                asked.ask(),
                asked.address(),
                Secret.of(answer.toSuccessResponse().getAuthorizationCode().getValue()),
                Secret.of(asked.verifier().getValue()));
    }

    private static AuthorizationResponse parsed(String query) {
        try {
            return AuthorizationResponse.parse(URI.create("http://localhost/?" + query));
        } catch (ParseException | IllegalArgumentException noAnswer) {
            throw new ConsentException(Reason.UNKNOWN, "This is no answer to a consent. Start to connect again.");
        }
    }

    /** A provider's code of letters only; anything longer may be made up by whoever wrote the link. */
    private static String said(AuthorizationResponse answer) {
        return Optional.ofNullable(answer.toErrorResponse().getErrorObject().getCode())
                .filter(code -> code.matches("[a-z_]{1,40}"))
                .orElse("without a reason");
    }

    private void forgetTheOld() {
        Instant now = clock.instant();
        pending.values().removeIf(asked -> now.isAfter(asked.until()));
    }
}
