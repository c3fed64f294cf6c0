package vn.nhip.manifest.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;

/** A connector that has these facts already: what a store holds after it is what it should hold after the real one. */
record Given(ConnectorSpec like, List<Fact> facts) implements ConnectorFactory {

    @Override
    public ConnectorSpec spec() {
        return new ConnectorSpec(
                like.id(), like.title(), List.of(), like.streams(), List.of(), Optional.empty(), List.of());
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return new Connector() {
            @Override
            public void check() {}

            @Override
            public List<Slice> slices(String stream, DayRange days) {
                return List.of(new Slice("all", Optional.empty(), Optional.empty(), false));
            }

            @Override
            public Page read(ReadRequest request) {
                boolean first = request.stream().equals(like.streams().get(0).name());
                return page(first ? facts : List.of());
            }

            @Override
            public void close() {}
        };
    }

    private static Page page(List<Fact> facts) {
        List<Envelope> envelopes = new ArrayList<>();
        facts.forEach(fact -> envelopes.add(new Envelope(fact, Instant.EPOCH.toEpochMilli(), "rows/1")));
        return new Page(
                envelopes,
                List.of(),
                List.of(),
                new Page.Counts(facts.size(), 0, facts.size()),
                new RawBody("GET /given", "application/json", "{}".getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Optional.empty());
    }
}
