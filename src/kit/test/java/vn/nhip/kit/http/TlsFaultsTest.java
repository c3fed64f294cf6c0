package vn.nhip.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Secret;

/** A source that cannot prove who it is gets no request; redirects between hosts carry nothing of the first. */
class TlsFaultsTest {

    private static final HttpLimits LIMITS =
            new HttpLimits(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(5), 100_000);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    private static final String MOVED =
            "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: https://files.example/f\r\nConnection: close\r\n\r\n";
    private static final HeldCertificate GOOD = certificate("vendor.example");

    @Test
    void aTrustedCertificateOfTheRightNameIsFine() throws IOException {
        try (RawServer server = serving(GOOD)) {
            GuardedHttp http = trusting(GOOD, server);
            assertThat(http.send(HttpCall.get(URI.create("https://vendor.example/rows")))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aCertificateSignedByNobodyIsRefused() throws IOException {
        refused(certificate("vendor.example"), GOOD);
    }

    @Test
    void anExpiredCertificateIsRefused() throws IOException {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        refused(expired(authority), authority);
    }

    @Test
    void anotherNamesCertificateIsRefused() throws IOException {
        HeldCertificate other = certificate("other.example");
        refused(other, other);
    }

    private static HeldCertificate expired(HeldCertificate authority) {
        long now = Clock.systemUTC().millis();
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName("vendor.example")
                .validityInterval(now - TimeUnit.DAYS.toMillis(9), now - TimeUnit.DAYS.toMillis(1))
                .signedBy(authority)
                .build();
    }

    private static void refused(HeldCertificate served, HeldCertificate trusted) throws IOException {
        try (RawServer server = serving(served)) {
            GuardedHttp http = trusting(trusted, server);
            assertThatThrownBy(() -> http.send(HttpCall.get(URI.create("https://vendor.example/rows"))))
                    .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                            .isEqualTo(Kind.UNAVAILABLE))
                    .hasMessageContaining("certificate");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aHandshakeThatStallsIsGivenUp() throws IOException {
        try (RawServer silent = new RawServer(ServerSocketFactory.getDefault(), conversation -> conversation.stall())) {
            GuardedHttp http = trusting(GOOD, silent);
            assertThatThrownBy(() -> http.send(HttpCall.get(URI.create("https://vendor.example/rows"))))
                    .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                            .isEqualTo(Kind.UNAVAILABLE))
                    .hasMessageContaining("in time");
        }
    }

    @Test
    void aRedirectToAnotherHostCarriesNoHeaderOfTheCaller() throws IOException {
        HeldCertificate both = new HeldCertificate.Builder()
                .addSubjectAlternativeName("vendor.example")
                .addSubjectAlternativeName("files.example")
                .build();
        try (RawServer server = new RawServer(sides(both, both).sslContext().getServerSocketFactory(), told -> {
            boolean first = told.request().contains("Host: vendor.example");
            told.say(first ? MOVED : OK);
        })) {
            GuardedHttp http = trusting(both, server);
            HttpCall call = HttpCall.get(URI.create("https://vendor.example/rows"))
                    .bearer(Secret.of("canary-secret"))
                    .header("X-Api-Key", "canary-secret");
            assertThat(http.send(call).status()).isEqualTo(200);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(0)).contains("Authorization: Bearer canary-secret", "X-Api-Key");
            assertThat(server.requests().get(1))
                    .contains("Host: files.example", "User-Agent: nhip/")
                    .doesNotContain("canary-secret", "Cookie");
        }
    }

    private static GuardedHttp trusting(HeldCertificate trusted, RawServer server) {
        HandshakeCertificates sides = new HandshakeCertificates.Builder()
                .addTrustedCertificate(trusted.certificate())
                .build();
        OkHttpClient wires = new OkHttpClient.Builder()
                .dns(name -> List.of(InetAddress.getByName("93.184.215.14")))
                .socketFactory(Wires.disguised(server.port()))
                .sslSocketFactory(sides.sslSocketFactory(), sides.trustManager())
                .build();
        Hosts hosts = new Hosts(List.of("vendor.example", "files.example"), Optional.empty());
        return new GuardedHttp(hosts, LIMITS, Clock.systemUTC(), wires);
    }

    private static RawServer serving(HeldCertificate certificate) {
        return new RawServer(sides(certificate, certificate).sslContext().getServerSocketFactory(), told -> {
            told.request();
            told.say(OK);
        });
    }

    private static HandshakeCertificates sides(HeldCertificate held, HeldCertificate trusted) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .addTrustedCertificate(trusted.certificate())
                .build();
    }

    private static HeldCertificate certificate(String name) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(name).build();
    }
}
