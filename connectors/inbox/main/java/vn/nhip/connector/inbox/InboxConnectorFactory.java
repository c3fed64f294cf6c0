package vn.nhip.connector.inbox;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kit.yaml.YamlFile;
import vn.nhip.spi.Auth;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Delivery;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Receiving;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;
import vn.nhip.spi.StreamSpec;

/** Deliveries as a source; see the README beside it for settings and limits. */
public final class InboxConnectorFactory implements ConnectorFactory, Receiving {

    static final String STREAM = "deliveries";

    private static final ConnectorSpec SPEC = new ConnectorSpec(
            "inbox",
            "Inbox for forms, calls, chats and surveys",
            List.of(
                    Setting.required("mapping", Setting.Type.FILE, "the facts.yaml that says what a delivery means"),
                    new Setting(
                            "signature",
                            Setting.Type.CHOICE,
                            Optional.of("none"),
                            "how the source signs",
                            List.of("none", "hmac", "standard", "hubspot")),
                    Setting.optional(
                            "signature-header",
                            Setting.Type.TEXT,
                            "x-signature",
                            "the header that holds the signature, for hmac"),
                    Setting.optional(
                            "id-header",
                            Setting.Type.TEXT,
                            "",
                            "the header by which the source names a delivery; else the same text on the same day is the"
                                    + " same delivery"),
                    Setting.optional(
                            "public-address",
                            Setting.Type.TEXT,
                            "https://localhost",
                            "how this service is reached from outside, for hubspot, such as https://nhip.shop.example"),
                    Setting.optional(
                            "thanks",
                            Setting.Type.TEXT,
                            "",
                            "the page that a person sees after sending a form, such as https://shop.example/thanks")),
            List.of(new StreamSpec(STREAM, EnumSet.allOf(FactKind.class), 0, StreamSpec.PageOrder.CURSOR)),
            List.of(),
            Optional.of(Auth.token("inbox")),
            List.of());

    @Override
    public ConnectorSpec spec() {
        return SPEC;
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return new InboxConnector(mapping(Path.of(settings.text("mapping")), context), context.deliveries());
    }

    private static Mapping mapping(Path file, ConnectorContext context) {
        try {
            return Mapping.load(YamlFile.read(file), context);
        } catch (YamlException unfit) {
            throw new ConnectorException(
                    ConnectorException.Kind.SETTINGS, String.join("; ", unfit.problems()), Optional.empty(), unfit);
        }
    }

    @Override
    public String accept(Delivery delivery, Settings settings, Secret secret) {
        Signature signature = Signature.valueOf(settings.text("signature").toUpperCase(Locale.ROOT));
        Optional<String> signed = signature.check(delivery, settings, secret);
        String header = settings.text("id-header");
        return signed.or(() -> header.isEmpty() ? Optional.empty() : delivery.header(header))
                .orElseGet(() -> ofText(delivery));
    }

    private static String ofText(Delivery delivery) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(delivery.body());
            LocalDate day = LocalDate.ofInstant(delivery.receivedAt(), ZoneOffset.UTC);
            return day + "/" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
