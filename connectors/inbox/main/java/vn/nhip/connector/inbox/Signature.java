package vn.nhip.connector.inbox;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Delivery;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Settings;

/** How a source proves that a delivery is its own; every comparison takes the same time whatever is right. */
enum Signature {
    /** By knowing the secret address, and by nothing else. */
    NONE {
        @Override
        Optional<String> check(Delivery delivery, Settings settings, Secret secret) {
            return Optional.empty();
        }
    },
    /** HMAC-SHA256 of the body in a header, in base64 or hexadecimal, after {@code sha256=} or alone. */
    HMAC {
        @Override
        Optional<String> check(Delivery delivery, Settings settings, Secret secret) {
            byte[] wanted = Hmac.sha256(secret.reveal().getBytes(StandardCharsets.UTF_8), delivery.body());
            String said = require(delivery, settings.text("signature-header")).strip();
            String bare = said.toLowerCase(Locale.ROOT).startsWith("sha256=") ? said.substring(7) : said;
            boolean base64 = Hmac.same(Base64.getEncoder().encodeToString(wanted), bare);
            boolean hex = Hmac.same(HexFormat.of().formatHex(wanted), bare.toLowerCase(Locale.ROOT));
            requireRight(base64 || hex);
            return Optional.empty();
        }
    },
    /** Standard Webhooks: id, time and body, signed with one or several secrets while they change. */
    STANDARD {
        @Override
        Optional<String> check(Delivery delivery, Settings settings, Secret secret) {
            String id = require(delivery, "webhook-id");
            String time = require(delivery, "webhook-timestamp");
            requireFresh(time, 1000, delivery.receivedAt());
            byte[] signed = joined((id + "." + time + ".").getBytes(StandardCharsets.UTF_8), delivery.body());
            String wanted = Base64.getEncoder().encodeToString(Hmac.sha256(key(secret), signed));
            List<String> said = Stream.of(require(delivery, "webhook-signature").split(" ", -1))
                    .filter(one -> one.startsWith("v1,"))
                    .map(one -> one.substring(3))
                    .toList();
            requireRight(said.stream().filter(one -> Hmac.same(wanted, one)).count() > 0);
            return Optional.of(id);
        }
    },
    /** HubSpot's third: method, address, body and time. */
    HUBSPOT {
        @Override
        Optional<String> check(Delivery delivery, Settings settings, Secret secret) {
            String time = require(delivery, "x-hubspot-request-timestamp");
            requireFresh(time, 1, delivery.receivedAt());
            URI address = URI.create(settings.text("public-address")).resolve(path(delivery.address()));
            byte[] signed = joined(
                    (delivery.method() + address).getBytes(StandardCharsets.UTF_8),
                    joined(delivery.body(), time.getBytes(StandardCharsets.UTF_8)));
            byte[] mac = Hmac.sha256(secret.reveal().getBytes(StandardCharsets.UTF_8), signed);
            requireRight(
                    Hmac.same(Base64.getEncoder().encodeToString(mac), require(delivery, "x-hubspot-signature-v3")));
            return Optional.empty();
        }
    };

    private static final Duration FRESH = Duration.ofMinutes(5);

    /**
     * Makes sure of it; the id that the source gave the delivery, when it is signed too.
     *
     * @throws ConnectorException ACCESS when it is not right
     */
    abstract Optional<String> check(Delivery delivery, Settings settings, Secret secret);

    private static String path(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private static byte[] key(Secret secret) {
        String text = secret.reveal();
        try {
            return Base64.getDecoder().decode(text.startsWith("whsec_") ? text.substring(6) : text);
        } catch (IllegalArgumentException notBase64) {
            throw ConnectorException.settings("the secret of a Standard Webhook is base64 after whsec_; connect again");
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static String require(Delivery delivery, String header) {
        return delivery.header(header)
                .orElseThrow(() -> ConnectorException.access("the delivery has no header " + header));
    }

    private static void requireRight(boolean right) {
        if (!right) {
            throw ConnectorException.access("the signature is not right");
        }
    }

    private static void requireFresh(String time, long millis, Instant now) {
        try {
            Instant sent = Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(time), millis));
            if (Duration.between(sent, now).abs().compareTo(FRESH) > 0) {
                throw ConnectorException.access("the delivery was signed more than five minutes ago or ahead");
            }
        } catch (NumberFormatException | ArithmeticException | java.time.DateTimeException unreadable) {
            throw ConnectorException.access("the time of the signature cannot be read");
        }
    }
}
