package vn.nhip.sync;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntFunction;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Fact;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Settings;
import vn.nhip.spi.Slice;
import vn.nhip.spi.StreamSpec;

/** A source in memory: files of numbered facts, given in pages of a fixed size. */
final class MadeUpSource implements ConnectorFactory, Connector {

    private final int pageSize;
    private final Map<String, MadeUpFile> files = new ConcurrentSkipListMap<>();
    private int reads;

    MadeUpSource(int pageSize) {
        this.pageSize = pageSize;
    }

    record MadeUpFile(String fingerprint, int size, IntFunction<Fact> facts, List<Rejected> rejected) {}

    MadeUpSource file(String name, String fingerprint, int size, IntFunction<Fact> facts) {
        files.put(name, new MadeUpFile(fingerprint, size, facts, List.of()));
        return this;
    }

    MadeUpSource rejecting(String name, List<Rejected> rejected) {
        MadeUpFile file = files.get(name);
        files.put(name, new MadeUpFile(file.fingerprint(), file.size(), file.facts(), rejected));
        return this;
    }

    int reads() {
        return reads;
    }

    @Override
    public ConnectorSpec spec() {
        StreamSpec stream = new StreamSpec("files", Set.of(FactKind.values()), 0, StreamSpec.PageOrder.NONE);
        return new ConnectorSpec("made-up", "Made-up source", List.of(), List.of(stream), List.of());
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return this;
    }

    @Override
    public void check() {}

    @Override
    public List<Slice> slices(String stream, DayRange days) {
        List<Slice> slices = new ArrayList<>();
        files.forEach((name, file) -> slices.add(Slice.file(name, file.fingerprint())));
        return slices;
    }

    @Override
    public Page read(ReadRequest request) {
        reads++;
        MadeUpFile file = files.get(request.slice().name());
        if (!request.slice().fingerprint().equals(Optional.of(file.fingerprint()))) {
            throw new IllegalStateException("asked for another slice than was offered: " + request.slice());
        }
        int from =
                request.after().map(cursor -> Integer.parseInt(cursor.value())).orElse(0);
        int to = Math.min(file.size(), from + pageSize);
        List<Envelope> facts = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            facts.add(new Envelope(file.facts().apply(i), 0, "line " + (i + 1)));
        }
        List<Rejected> rejected = from == 0 ? file.rejected() : List.of();
        String lines = request.slice().name() + " lines " + (from + 1) + "–" + to;
        byte[] raw = lines.getBytes(StandardCharsets.UTF_8);
        return new Page(
                facts,
                List.of(),
                rejected,
                new Page.Counts(facts.size() + rejected.size(), 0, facts.size()),
                new RawBody(lines, "text/plain", raw),
                to < file.size() ? Optional.of(new Cursor(Integer.toString(to))) : Optional.empty(),
                Optional.empty());
    }
}
