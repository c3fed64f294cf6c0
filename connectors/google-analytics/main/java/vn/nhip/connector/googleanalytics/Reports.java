package vn.nhip.connector.googleanalytics;

import com.google.analytics.data.v1beta.BetaAnalyticsDataClient;
import com.google.analytics.data.v1beta.BetaAnalyticsDataSettings;
import com.google.analytics.data.v1beta.CheckCompatibilityRequest;
import com.google.analytics.data.v1beta.CheckCompatibilityResponse;
import com.google.analytics.data.v1beta.Compatibility;
import com.google.analytics.data.v1beta.Dimension;
import com.google.analytics.data.v1beta.Metric;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.nhip.kit.grpc.GrpcCaller;
import vn.nhip.kit.grpc.GrpcClient;
import vn.nhip.kit.grpc.GrpcService;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;

/** The Data API as one property is asked through it; the client is made with the first request. */
final class Reports implements AutoCloseable {

    private final GrpcService service;
    private final ConnectorContext context;
    private final String property;
    private final GrpcCaller caller;
    private final GrpcClient<BetaAnalyticsDataClient> client;

    Reports(GrpcService service, ConnectorContext context, String property) {
        this.service = service;
        this.context = context;
        this.property = property;
        this.client = new GrpcClient<>("Google Analytics", this::make);
        this.caller = new GrpcCaller(
                "Google Analytics (property " + property + ")", context.access(), new Exhausted(context.clock()));
    }

    /** Asks for a report. */
    Answer ask(Question question) {
        return new Answer(
                question,
                property,
                context.clock().instant(),
                caller.call(client.get().runReportCallable(), question.about("properties/" + property)));
    }

    /** Makes sure that the property can answer what will be asked; one small request that costs no tokens. */
    void check() {
        CheckCompatibilityRequest.Builder request =
                CheckCompatibilityRequest.newBuilder().setProperty("properties/" + property);
        Question.ORIGIN.forEach(
                name -> request.addDimensions(Dimension.newBuilder().setName(name)));
        Question.TRAFFIC.forEach(name -> request.addMetrics(Metric.newBuilder().setName(name)));
        List<String> refused = incompatible(caller.call(client.get().checkCompatibilityCallable(), request.build()));
        if (!refused.isEmpty()) {
            throw ConnectorException.data("property " + property + " cannot report these together: "
                    + String.join(", ", refused) + "; Google Analytics may have renamed them");
        }
    }

    private static List<String> incompatible(CheckCompatibilityResponse response) {
        List<String> names = new ArrayList<>();
        response.getDimensionCompatibilitiesList().stream()
                .filter(one -> one.getCompatibility() != Compatibility.COMPATIBLE)
                .forEach(one -> names.add(one.getDimensionMetadata().getApiName()));
        response.getMetricCompatibilitiesList().stream()
                .filter(one -> one.getCompatibility() != Compatibility.COMPATIBLE)
                .forEach(one -> names.add(one.getMetricMetadata().getApiName()));
        return names;
    }

    private BetaAnalyticsDataClient make() throws IOException {
        BetaAnalyticsDataSettings.Builder settings = service.prepare(BetaAnalyticsDataSettings.newBuilder());
        settings.applyToAllUnaryMethods(service.once());
        return BetaAnalyticsDataClient.create(settings.build());
    }

    @Override
    public void close() {
        client.close();
    }
}
