package vn.nhip.connector.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.kit.facts.Mapped;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Deliveries;
import vn.nhip.spi.Deliveries.Kept;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Rejected;
import vn.nhip.spi.Slice;

/** Reads what was delivered: a slice is a day of arrival, a page some of its deliveries, its cursor the last of them. */
final class InboxConnector implements Connector {

    private static final int PAGE = 200;

    private final Mapping mapping;
    private final Deliveries deliveries;

    InboxConnector(Mapping mapping, Deliveries deliveries) {
        this.mapping = mapping;
        this.deliveries = deliveries;
    }

    /** There is nobody to ask: the source calls us. */
    @Override
    public void check() {
        deliveries.days();
    }

    @Override
    public List<Slice> slices(String stream, DayRange days) {
        requireKnown(stream);
        return deliveries.days().stream()
                .map(arrival ->
                        new Slice(arrival.day().toString(), Optional.of(arrival.mark()), Optional.empty(), false))
                .toList();
    }

    @Override
    public Page read(ReadRequest request) {
        requireKnown(request.stream());
        LocalDate day = LocalDate.parse(request.slice().name());
        long last = request.after().map(Cursor::value).map(Long::parseLong).orElse(0L);
        List<Kept> kept = deliveries.after(day, last, PAGE);
        Draft draft = new Draft();
        kept.forEach(draft::add);
        Optional<Cursor> next = kept.size() < PAGE
                ? Optional.empty()
                : Optional.of(new Cursor(Long.toString(kept.get(kept.size() - 1).number())));
        return draft.page("deliveries of " + day + " after " + last, next);
    }

    private static void requireKnown(String stream) {
        if (!stream.equals(InboxConnectorFactory.STREAM)) {
            throw ConnectorException.settings("connector inbox has no stream '" + stream + "'");
        }
    }

    /** A page in the making; a record's place is its line in the raw body. */
    private final class Draft {

        private final List<Envelope> facts = new ArrayList<>();
        private final List<Rejected> rejected = new ArrayList<>();
        private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
        private long lines;
        private long filtered;
        private long mapped;

        void add(Kept kept) {
            try {
                Body.records(kept, mapping.records()).forEach(this::add);
            } catch (ConnectorException unreadable) {
                String text = new String(kept.body(), StandardCharsets.UTF_8);
                line(text);
                rejected.add(new Rejected("line " + lines, "", "", String.valueOf(unreadable.getMessage()), text));
            }
        }

        private void add(ObjectNode record) {
            line(record.toString());
            Mapped result = mapping.map(lines, record);
            facts.addAll(result.facts());
            rejected.addAll(result.rejected());
            filtered += result.filtered() ? 1 : 0;
            mapped += result.facts().isEmpty() ? 0 : 1;
        }

        private void line(String text) {
            lines++;
            raw.writeBytes((text.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
        }

        Page page(String request, Optional<Cursor> next) {
            RawBody body = new RawBody(request + ", lines 1–" + lines, "application/x-ndjson", raw.toByteArray());
            return new Page(
                    facts, List.of(), rejected, new Page.Counts(lines, filtered, mapped), body, next, Optional.empty());
        }
    }
}
