package vn.nhip.sandbox.face.graph;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.nhip.sandbox.face.Face;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestServer;
import vn.nhip.sandbox.face.rest.Wire;

/** Meta's Graph API on loopback: the truth of the sample business, and whatever faults are planned. */
public final class GraphFace implements Face {

    private final GraphApi api;
    private final RestServer server;
    private final List<GraphAsk> asked = new CopyOnWriteArrayList<>();
    private volatile GraphFaults faults = GraphFaults.none();

    private GraphFace(Clock clock, Tokens tokens) {
        api = new GraphApi(clock, tokens);
        server = new RestServer((ask, wire) -> send(wire, answer(GraphAsk.of(ask))));
    }

    /** A service with these accounts. */
    public static GraphFace of(Clock clock, Tokens tokens, GraphAccount... accounts) {
        GraphFace face = new GraphFace(clock, tokens);
        for (GraphAccount account : accounts) {
            face.put(account);
        }
        return face;
    }

    /** From now on this is what the account of this id answers. */
    public void put(GraphAccount account) {
        api.put(account);
    }

    /** From now on these faults are answered; calls are counted from here. */
    public void faults(GraphFaults next) {
        asked.clear();
        faults = next;
    }

    /** From now on a page has no more rows than this, whatever limit is asked for. */
    public void pagesOf(int rows) {
        api.paging().most(rows);
    }

    /** What becomes of reports from now on. */
    public void fates(JobFates next) {
        api.jobs().fates(next);
    }

    /** The requests since faults were last planned, oldest first. */
    public List<GraphAsk> asked() {
        return List.copyOf(asked);
    }

    /** The reports that were ordered, oldest first. */
    public List<GraphReport> ordered() {
        return api.jobs().ordered();
    }

    /** What would be answered, without the wire. */
    public GraphAnswer answer(GraphAsk ask) {
        int call;
        synchronized (asked) {
            call = asked.size();
            asked.add(ask);
        }
        return faults.at(call, ask).orElseGet(() -> api.answer(ask));
    }

    @Override
    public URI base() {
        return server.base();
    }

    @Override
    public void close() {
        server.close();
    }

    private static void send(Wire wire, GraphAnswer answer) throws IOException, InterruptedException {
        RestAnswer whole = new RestAnswer(answer.status(), answer.headers(), answer.body());
        switch (answer.wire()) {
            case NOTHING -> wire.leave();
            case SILENCE -> wire.stall();
            case WHOLE -> wire.send(whole);
            case CUT -> wire.cut(whole);
        }
    }
}
