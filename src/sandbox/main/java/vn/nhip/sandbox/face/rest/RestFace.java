package vn.nhip.sandbox.face.rest;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.nhip.sandbox.face.Face;

/** A vendor's service on loopback: the truth of the sample business, and whatever faults are planned. */
public final class RestFace implements Face {

    private final RestService service;
    private final RestServer server;
    private final List<RestAsk> asked = new CopyOnWriteArrayList<>();
    private volatile RestFaults faults = RestFaults.none();
    private volatile RestAnswer last = RestAnswer.json(200, "{}");

    private RestFace(RestService service) {
        this.service = service;
        server = new RestServer(this::serve);
    }

    public static RestFace of(RestService service) {
        return new RestFace(service);
    }

    /** From now on these faults are met; calls are counted from here. */
    public void faults(RestFaults next) {
        synchronized (asked) {
            asked.clear();
            faults = next;
        }
    }

    /** The requests since faults were last planned, oldest first. */
    public List<RestAsk> asked() {
        return List.copyOf(asked);
    }

    @Override
    public URI base() {
        return server.base();
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(RestAsk ask, Wire wire) throws IOException, InterruptedException {
        Optional<HttpFault> fault;
        RestAnswer truth = service.answer(ask);
        synchronized (asked) {
            fault = faults.at(asked.size(), ask);
            asked.add(ask);
        }
        if (fault.isEmpty()) {
            last = truth;
            wire.send(truth);
        } else {
            fault.get().over(wire, fault.get() == HttpFault.PAGE_AGAIN ? last : truth);
        }
    }
}
