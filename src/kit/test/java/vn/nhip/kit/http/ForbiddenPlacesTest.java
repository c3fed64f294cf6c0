package vn.nhip.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;

/** Nobody is called who may not be, whatever the address is written like and whatever its name resolves to. */
class ForbiddenPlacesTest {

    private static final String OPEN = "93.184.215.14";

    /** Addresses as attackers write them; the caller allows whatever host stands in them. */
    static Stream<String> urls() throws IOException, URISyntaxException {
        return Files.readAllLines(Path.of(Objects.requireNonNull(
                                ForbiddenPlacesTest.class.getResource("forbidden-urls.txt"), "the catalogue")
                        .toURI()))
                .stream();
    }

    private static List<InetAddress> resolved(String name) throws UnknownHostException {
        return switch (name) {
            case "loop.example" -> addresses("127.0.0.1");
            case "metadata.example" -> addresses("169.254.169.254");
            case "carrier.example" -> addresses("100.64.3.4");
            case "mapped.example" -> List.of(mapped());
            case "sixtofour.example" -> addresses("2002:a00:1::1");
            case "both-private.example" -> addresses("10.1.2.3", "::1");
            case "mixed.example" -> addresses("10.1.2.3", OPEN, "fd00::1");
            default -> addresses("127.0.0.1");
        };
    }

    @ParameterizedTest
    @MethodSource("urls")
    void noConnectionIsMade(String url) {
        Wires wires = Wires.cut();
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException noAddressAtAll) {
            assertThat(url).isNotEmpty();
            return;
        }
        String host = uri.getHost() == null ? "vendor.example" : uri.getHost();
        GuardedHttp http = client(List.of(host, "vendor.example"), wires, ForbiddenPlacesTest::resolved);
        assertThatThrownBy(() -> http.send(HttpCall.get(uri)))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.SETTINGS));
        assertThat(wires.dialled()).as("connections for %s", url).isEmpty();
    }

    @Test
    void theCatalogueIsLongEnough() throws Exception {
        assertThat(urls()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.1",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.9",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::5",
                "64:ff9b::5db8:d70e",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2002:5db8:d70e::1",
                "3fff::1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "5f00::1",
                "::ffff:10.0.0.1"
            })
    void reservedAddressesAreNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                OPEN,
                "2001:200::1",
                "2606:4700:4700::1111",
                "2a03:2880:f12f::1"
            })
    void otherAddressesArePublic(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aMappedAddressIsNotPublicEvenWhenItStaysSixteenBytesLong() throws Exception {
        assertThat(mapped().getAddress()).hasSize(16);
        assertThat(PublicAddresses.contains(mapped())).isFalse();
    }

    @Test
    void onlyThePublicAddressesOfANameAreDialled() throws Exception {
        Wires wires = Wires.cut();
        GuardedHttp http = client(List.of("mixed.example"), wires, ForbiddenPlacesTest::resolved);
        assertThatThrownBy(() -> http.send(HttpCall.get(URI.create("https://mixed.example/"))))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.UNAVAILABLE));
        assertThat(wires.dialled()).containsExactlyElementsOf(addresses(OPEN));
    }

    @Test
    void aNameThatTurnsInwardsOnItsSecondResolutionIsNotDialledAgain() throws Exception {
        Deque<List<InetAddress>> answers = new ArrayDeque<>(List.of(addresses(OPEN), addresses("127.0.0.1")));
        Wires wires = Wires.cut();
        GuardedHttp http = client(List.of("vendor.example"), wires, name -> answers.remove());
        HttpCall call = HttpCall.get(URI.create("https://vendor.example/rows"));
        assertThatThrownBy(() -> http.send(call)).hasMessageContaining("does not take the connection");
        assertThatThrownBy(() -> http.send(call)).hasMessageContaining("private or reserved network");
        assertThat(wires.dialled()).containsExactlyElementsOf(addresses(OPEN));
        assertThat(answers).isEmpty();
    }

    /** Whatever happens below the names: the socket's own address is looked at before the request goes out. */
    @Test
    void aConnectionThatEndedInsideCarriesNoRequest() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("vendor.example")
                .build();
        HandshakeCertificates sides = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        try (RawServer server =
                new RawServer(sides.sslContext().getServerSocketFactory(), conversation -> conversation.request())) {
            OkHttpClient wires = new OkHttpClient.Builder()
                    .dns(name -> addresses(OPEN))
                    .socketFactory(Wires.toLoopback(server.port()))
                    .sslSocketFactory(sides.sslSocketFactory(), sides.trustManager())
                    .build();
            Hosts hosts = new Hosts(List.of("vendor.example"), Optional.empty());
            GuardedHttp http = new GuardedHttp(hosts, HttpLimits.STANDARD, Clock.systemUTC(), wires);
            assertThatThrownBy(() -> http.send(HttpCall.get(URI.create("https://vendor.example/rows"))))
                    .hasMessageContaining("private or reserved network");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void onlyTheOperatorsBaseMayBePrivateAndPlainAndOnlyThere() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                RawServer other = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            GuardedHttp http = new GuardedHttp(
                    List.of("vendor.example"), Optional.of(server.base()), HttpLimits.STANDARD, Clock.systemUTC());
            assertThat(http.send(HttpCall.get(server.base().resolve("/a"))).status())
                    .isEqualTo(200);
            assertThatThrownBy(() -> http.send(HttpCall.get(other.base().resolve("/a"))))
                    .hasMessageContaining("is not called");
            assertThat(other.requests()).isEmpty();
        }
    }

    private static GuardedHttp client(List<String> hosts, Wires wires, Dns names) {
        OkHttpClient client =
                new OkHttpClient.Builder().dns(names).socketFactory(wires).build();
        return new GuardedHttp(new Hosts(hosts, Optional.empty()), HttpLimits.STANDARD, Clock.systemUTC(), client);
    }

    private static List<InetAddress> addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return List.of(addresses);
    }

    private static InetAddress mapped() throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        bytes[12] = 127;
        bytes[15] = 1;
        return Inet6Address.getByAddress("mapped.example", bytes, -1);
    }
}
