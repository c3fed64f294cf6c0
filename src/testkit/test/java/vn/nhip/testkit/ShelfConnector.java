package vn.nhip.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Page;
import vn.nhip.spi.RawBody;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** Reads the shelf page by page; the cursor is the number of the next page. */
final class ShelfConnector implements Connector {

    private final Flaw flaw;
    private final ConnectorSpec spec;
    private final ShelfClient client;
    private final ConnectorContext context;
    private final Set<Cursor> given = new HashSet<>();
    private final Set<ReadRequest> answered = new HashSet<>();
    private boolean closed;

    ShelfConnector(Flaw flaw, ConnectorSpec spec, ShelfClient client, ConnectorContext context) {
        this.flaw = flaw;
        this.spec = spec;
        this.client = client;
        this.context = context;
    }

    @Override
    public void check() {
        client.get("/me");
        if (flaw == Flaw.CHECKS_TWICE) {
            client.get("/me");
        }
    }

    @Override
    public List<Slice> slices(String stream, DayRange days) {
        if (flaw == Flaw.UNKNOWN_STREAM_IS_EMPTY && !known(stream)) {
            return List.of();
        }
        spec.stream(stream);
        return List.of(Slice.days(
                flaw == Flaw.WIDER_SLICE
                        ? new DayRange(days.first(), days.last().plusDays(1))
                        : days));
    }

    @Override
    public Page read(ReadRequest request) {
        spec.stream(request.stream());
        if (flaw == Flaw.THREAD_LEFT) {
            lingering();
        }
        DayRange days = request.slice().days().orElseThrow();
        String page = request.after().filter(this::known).map(Cursor::value).orElse("1");
        String target = "/" + request.stream() + "?first=" + days.first() + "&last=" + days.last() + "&page=" + page;
        JsonNode body = client.get(target);
        boolean again = !answered.add(request);
        ShelfRows rows = new ShelfRows(flaw, context, again).read(request.stream(), body);
        if (flaw == Flaw.EMPTY_IS_AN_ERROR && rows.counts().read() == 0) {
            throw ConnectorException.data("rows: there are none");
        }
        Optional<Cursor> next =
                body.has("next") ? Optional.of(new Cursor(body.get("next").asText())) : Optional.empty();
        next.ifPresent(given::add);
        RawBody raw =
                new RawBody("GET " + target, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
        return new Page(rows.facts(), List.of(), rows.rejected(), rows.counts(), raw, next, Optional.empty());
    }

    @Override
    public void close() {
        if (flaw == Flaw.CLOSES_ONCE && closed) {
            throw new IllegalStateException("closed already");
        }
        closed = true;
        client.close();
    }

    @Override
    public String toString() {
        return flaw == Flaw.SECRET_IN_TO_STRING ? "shelf of " + client.key() : "shelf";
    }

    /** One that remembers what it gave does not know a cursor that another gave. */
    private boolean known(Cursor cursor) {
        return flaw != Flaw.REMEMBERS || given.contains(cursor);
    }

    private boolean known(String stream) {
        return spec.streams().stream().anyMatch(one -> one.name().equals(stream));
    }

    private static void lingering() {
        CountDownLatch never = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                boolean ended = never.await(20, TimeUnit.SECONDS);
                assert !ended;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
