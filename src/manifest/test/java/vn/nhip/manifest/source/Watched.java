package vn.nhip.manifest.source;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;

/** Remembers what a connector threw at the engine. */
record Watched(ConnectorFactory factory, List<ConnectorException> failures) implements ConnectorFactory {

    static Watched of(ConnectorFactory factory) {
        return new Watched(factory, new CopyOnWriteArrayList<>());
    }

    @Override
    public ConnectorSpec spec() {
        return factory.spec();
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        Connector connector = factory.open(settings, context);
        return new Connector() {
            @Override
            public void check() {
                connector.check();
            }

            @Override
            public List<Slice> slices(String stream, DayRange days) {
                return connector.slices(stream, days);
            }

            @Override
            public Page read(ReadRequest request) {
                return watched(() -> connector.read(request));
            }

            @Override
            public void close() {
                connector.close();
            }
        };
    }

    private Page watched(Supplier<Page> read) {
        try {
            return read.get();
        } catch (ConnectorException failure) {
            failures.add(failure);
            throw failure;
        }
    }
}
