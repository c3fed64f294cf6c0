package vn.nhip.connector.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Delivery;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Settings;

class SignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final String BODY = "{\"id\":\"a\"}";
    private static final Secret SECRET = Secret.of("signing-key");

    private final InboxConnectorFactory inbox = new InboxConnectorFactory();

    @Test
    void theHmacOfTheBodyIsTakenInBase64OrHexAndWithOrWithoutItsName() {
        byte[] mac = Hmac.sha256("signing-key".getBytes(StandardCharsets.UTF_8), BODY.getBytes(StandardCharsets.UTF_8));
        String base64 = Base64.getEncoder().encodeToString(mac);
        String hex = HexFormat.of().formatHex(mac);
        for (String said :
                new String[] {base64, "sha256=" + base64, hex, "sha256=" + hex, hex.toUpperCase(java.util.Locale.ROOT)
                }) {
            assertThat(accept(hmac(), BODY, Map.of("X-Signature", said), SECRET))
                    .isNotBlank();
        }
        refused(hmac(), BODY + " ", Map.of("x-signature", base64), SECRET);
        refused(hmac(), BODY, Map.of("x-signature", base64), Secret.of("another"));
        refused(hmac(), BODY, Map.of("x-signature", ""), SECRET);
        refused(hmac(), BODY, Map.of(), SECRET);
    }

    /** The example of the Standard Webhooks specification. */
    @Test
    void aStandardWebhookIsKnownByItsIdAndRefusedWhenOldChangedOrSignedByAnother() {
        Secret secret = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        String body = "{\"test\": 2432232314}";
        Map<String, String> headers = Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1,wrong v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        Instant then = Instant.ofEpochSecond(1614265330);
        assertThat(inbox.accept(delivery(body, headers, then), settings("standard"), secret))
                .isEqualTo("msg_p5jXN8AQM9LWM0D4loKWxJek");
        refused("standard", delivery(body, headers, then.plusSeconds(301)), secret);
        refused("standard", delivery(body, headers, then.minusSeconds(301)), secret);
        refused("standard", delivery(body + " ", headers, then), secret);
        refused("standard", delivery(body, with(headers, "webhook-id", "msg_other"), then), secret);
        refused("standard", delivery(body, with(headers, "webhook-timestamp", "soon"), then), secret);
    }

    @Test
    void hubSpotsThirdSignatureCoversMethodAddressBodyAndTime() {
        String time = Long.toString(NOW.toEpochMilli());
        String signed = "POSThttps://nhip.shop.example/in/abc" + BODY + time;
        String mac = Base64.getEncoder()
                .encodeToString(Hmac.sha256(
                        "signing-key".getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> headers = Map.of("X-HubSpot-Signature-v3", mac, "X-HubSpot-Request-Timestamp", time);
        assertThat(inbox.accept(delivery(BODY, headers, NOW), settings("hubspot"), SECRET))
                .isNotBlank();
        refused("hubspot", delivery(BODY, headers, NOW.plusSeconds(400)), SECRET);
        refused("hubspot", delivery(BODY + "x", headers, NOW), SECRET);
    }

    @Test
    void withoutAnIdTheSameTextOfTheSameDayIsTheSameDelivery() {
        Settings none = settings("none");
        String first = inbox.accept(delivery(BODY, Map.of(), NOW), none, SECRET);
        assertThat(inbox.accept(delivery(BODY, Map.of(), NOW.plusSeconds(3600)), none, SECRET))
                .isEqualTo(first);
        assertThat(inbox.accept(delivery(BODY, Map.of(), NOW.plusSeconds(86_400)), none, SECRET))
                .isNotEqualTo(first);
        assertThat(inbox.accept(delivery(BODY + " ", Map.of(), NOW), none, SECRET))
                .isNotEqualTo(first);
    }

    private String accept(Settings settings, String body, Map<String, String> headers, Secret secret) {
        return inbox.accept(delivery(body, headers, NOW), settings, secret);
    }

    private void refused(Settings settings, String body, Map<String, String> headers, Secret secret) {
        assertThatThrownBy(() -> accept(settings, body, headers, secret))
                .isInstanceOfSatisfying(ConnectorException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(ConnectorException.Kind.ACCESS));
    }

    private void refused(String signature, Delivery delivery, Secret secret) {
        assertThatThrownBy(() -> inbox.accept(delivery, settings(signature), secret))
                .isInstanceOfSatisfying(ConnectorException.class, refusal -> assertThat(refusal.kind())
                        .isEqualTo(ConnectorException.Kind.ACCESS));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    private static Delivery delivery(String body, Map<String, String> headers, Instant at) {
        return new Delivery(
                "POST", URI.create("http://127.0.0.1:8484/in/abc"), headers, body.getBytes(StandardCharsets.UTF_8), at);
    }

    private Settings hmac() {
        return settings("hmac");
    }

    private Settings settings(String signature) {
        return Settings.of(
                inbox.spec(),
                Map.of(
                        "mapping",
                        "none.facts.yaml",
                        "signature",
                        signature,
                        "public-address",
                        "https://nhip.shop.example"),
                Map.of());
    }
}
