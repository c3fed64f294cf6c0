package vn.nhip.testkit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Setting;
import vn.nhip.spi.Settings;
import vn.nhip.spi.StreamSpec;

/** A very small connector over HTTP, good unless it is told to have a flaw. */
public final class ShelfConnectorFactory implements ConnectorFactory {

    private static final AtomicInteger SPECS = new AtomicInteger();

    private final Flaw flaw;

    public ShelfConnectorFactory() {
        this(Flaw.NONE);
    }

    ShelfConnectorFactory(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public ConnectorSpec spec() {
        String fallback = flaw == Flaw.OTHER_DEFAULT ? "60000" : "5000";
        List<Setting> settings = new ArrayList<>(List.of(
                Setting.required("base-url", Setting.Type.TEXT, "where the shop answers"),
                Setting.required("api-key", Setting.Type.SECRET, "the key that the shop's owner makes"),
                Setting.optional("patience-millis", Setting.Type.WHOLE_NUMBER, fallback, "how long to wait"),
                Setting.optional("spool", Setting.Type.FOLDER, "", "where large answers are kept meanwhile")));
        if (flaw == Flaw.SECRET_AS_TEXT) {
            settings.add(Setting.optional("refresh-token", Setting.Type.TEXT, "", "renews the key"));
        }
        return new ConnectorSpec(
                "shelf",
                flaw == Flaw.ANOTHER_SPEC_EACH_TIME ? "Shelf " + SPECS.incrementAndGet() : "Shelf",
                settings,
                List.of(
                        new StreamSpec("traffic", Set.of(FactKind.TRAFFIC_DAY), 3, StreamSpec.PageOrder.CURSOR),
                        new StreamSpec("orders", Set.of(FactKind.ORDER), 0, StreamSpec.PageOrder.CURSOR)),
                flaw == Flaw.NO_HOST_DECLARED ? List.of() : List.of("api.shelf.example"));
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        ShelfClient client = new ShelfClient(flaw, baseUrl(settings), settings);
        if (flaw == Flaw.CALLS_WHILE_OPENING) {
            client.get("/me");
        }
        return new ShelfConnector(flaw, spec(), client, context);
    }

    private URI baseUrl(Settings settings) {
        String text = settings.text("base-url");
        if (flaw == Flaw.BUG_ON_BAD_SETTING || text.startsWith("http")) {
            return URI.create(text);
        }
        if (flaw == Flaw.BAD_SETTING_AS_OUTAGE) {
            throw ConnectorException.unavailable("the shop cannot be reached", new IllegalStateException(text));
        }
        throw ConnectorException.settings("setting 'base-url' is not an address: '" + text + "'");
    }
}
