package vn.nhip.connection;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.oauth.OAuthFace;
import vn.nhip.sandbox.face.oauth.OAuthFault;
import vn.nhip.sandbox.face.oauth.OAuthRules;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Secret;

/** A provider on loopback with one app, and what a connector would declare of it. */
final class Provider implements AutoCloseable {

    static final String CLIENT = "client-1";
    static final Secret CLIENT_SECRET = Secret.of("client-secret-1");

    static final Auth AUTH = new Auth(
            "google",
            Set.of(Auth.Way.OAUTH_CODE, Auth.Way.SERVICE_ACCOUNT),
            Optional.of(new Auth.OAuth(
                    URI.create("https://accounts.vendor.example/o/oauth2/v2/auth"),
                    URI.create("https://oauth2.vendor.example/token"),
                    List.of("read.reports"),
                    Map.of("access_type", "offline"),
                    Optional.of(URI.create("https://oauth2.vendor.example/revoke")))));

    final OAuthFace face;

    Provider(OAuthRules rules, Clock clock) {
        this(rules, clock, FaultPlan.none());
    }

    Provider(OAuthRules rules, Clock clock, FaultPlan<OAuthFault> faults) {
        face = new OAuthFace(rules, clock, faults).client(CLIENT, CLIENT_SECRET.reveal());
    }

    Credentials credentials(Desk desk) {
        return new Credentials(desk.store, desk.keys, desk.clock, Map.of("google", face.base()));
    }

    /** A login of this provider whose access token has ended. */
    Connection expiredLogin(Desk desk) {
        String[] login = face.login();
        return desk.connections()
                .put(
                        "google",
                        "google",
                        new Credential(
                                Auth.Way.OAUTH_CODE,
                                Optional.of(CLIENT),
                                List.of("read.reports"),
                                Map.of(
                                        SecretName.ACCESS_TOKEN,
                                        Secret.of(login[0]),
                                        SecretName.REFRESH_TOKEN,
                                        Secret.of(login[1]),
                                        SecretName.CLIENT_SECRET,
                                        CLIENT_SECRET),
                                Map.of(),
                                Optional.of(desk.clock.instant().minusSeconds(1)),
                                Optional.empty()));
    }

    @Override
    public void close() {
        face.close();
    }
}
