package vn.nhip.sandbox.face.analytics;

import com.google.analytics.data.v1beta.RunReportRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import vn.nhip.sandbox.face.Face;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.grpc.GrpcFace;

/**
 * The service {@code BetaAnalyticsData} over the sample business: reports evaluated as they are asked for, quotas that
 * run out, days that are still being counted.
 */
public final class AnalyticsFace implements Face {

    private final AnalyticsService service;
    private final GrpcFace server;

    private AnalyticsFace(Clock clock, Tokens tokens) {
        service = new AnalyticsService(clock);
        server = GrpcFace.of(tokens, service);
    }

    /** A service with these properties. */
    public static AnalyticsFace of(Clock clock, Tokens tokens, AnalyticsProperty... properties) {
        AnalyticsFace face = new AnalyticsFace(clock, tokens);
        for (AnalyticsProperty property : properties) {
            face.put(property);
        }
        return face;
    }

    /** From now on this is what the property of this id answers. */
    public void put(AnalyticsProperty property) {
        service.put(property);
    }

    /** The reports that were asked for, oldest first. */
    public List<RunReportRequest> reports() {
        return service.reports();
    }

    /** Its server: what it was called with, and faults. */
    public GrpcFace server() {
        return server;
    }

    @Override
    public URI base() {
        return server.base();
    }

    @Override
    public void close() {
        server.close();
    }
}
