package vn.nhip.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.app.Workplace;
import vn.nhip.export.Report;

/** What machines ask: whether it lives, whether it can serve, and its counters; no figure of the business. */
final class Probes {

    private static final Logger LOG = LoggerFactory.getLogger(Probes.class);
    private static final String BEGAN = "began";

    private final Workplace workplace;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Cached<List<Report.Source>> sources;

    Probes(Workplace workplace) {
        this.workplace = workplace;
        this.sources = new Cached<>(workplace::sources, workplace::config, workplace::changes, workplace.clock());
        gauge("nhip.accounts", "Accounts in nhip.yaml", source -> 1);
        gauge(
                "nhip.accounts.failing",
                "Accounts whose last run went wrong",
                source -> source.lastError().isEmpty() ? 0 : 1);
        gauge("nhip.records.held.back", "Records that could not be read", Report.Source::quarantined);
        Gauge.builder("nhip.last.success.age.seconds", this::age)
                .description("Age of the last success of the account furthest behind")
                .register(registry);
    }

    private void gauge(String name, String description, java.util.function.ToLongFunction<Report.Source> of) {
        Gauge.builder(name, () -> sources.get().stream().mapToLong(of).sum())
                .description(description)
                .register(registry);
    }

    private double age() {
        Instant now = workplace.clock().instant();
        return sources.get().stream()
                .flatMap(source -> source.lastSuccess().stream())
                .mapToDouble(at -> Duration.between(at, now).toSeconds())
                .max()
                .orElse(Double.NaN);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/livez", Needs.NOTHING, context -> context.result("ok")),
                Route.get("/readyz", Needs.NOTHING, this::ready),
                Route.get("/metrics", Needs.NOTHING, this::metrics));
    }

    private void ready(Context context) {
        try {
            workplace.runs(1);
            context.result("ok");
        } catch (RuntimeException e) {
            LOG.warn("the store cannot be read", e);
            context.status(503).result("the store cannot be read");
        }
    }

    private void metrics(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    void began(Context context) {
        context.attribute(BEGAN, Timer.start(registry));
    }

    /** Counts an answer by the route's own path, so that addresses cannot fill the memory. */
    void ended(Context context) {
        Timer.Sample began = context.attribute(BEGAN);
        if (began != null) {
            String path = context.endpoints().lastHttpEndpoint() == null
                    ? "none"
                    : context.endpoints().lastHttpEndpoint().path;
            began.stop(Timer.builder("nhip.http.requests")
                    .tag("path", path)
                    .tag("status", Integer.toString(context.statusCode()))
                    .register(registry));
        }
    }

    void close() {
        registry.close();
    }
}
