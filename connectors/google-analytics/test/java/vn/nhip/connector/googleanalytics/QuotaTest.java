package vn.nhip.connector.googleanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.analytics.data.v1beta.RunReportRequest;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty.Allowance;
import vn.nhip.sandbox.face.grpc.GrpcFault;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.Page;
import vn.nhip.spi.QuotaLevel;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** Acceptance case A09. */
class QuotaTest {

    private static final Slice SLICE = Slice.days(Scene.DAYS);

    private final Scene scene = new Scene();
    private final Reading reading = new Reading(scene.account(Scene.PROPERTY));

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a09EveryReportAsksForTheQuota() {
        for (String stream : List.of("traffic", "users", "purchases")) {
            reading.pages(stream, Scene.DAYS);
        }
        assertThat(scene.face().reports()).isNotEmpty().allMatch(RunReportRequest::getReturnPropertyQuota);
    }

    @Test
    void a09EveryPageSaysWhatIsLeftOfEachQuotaAndWhenItBeginsAnew() {
        Page first = reading.pages("purchases", Scene.DAYS).get(0);
        Map<String, QuotaLevel> levels =
                first.notes().quotas().stream().collect(Collectors.toMap(QuotaLevel::name, level -> level));
        assertThat(levels)
                .containsOnlyKeys(
                        "concurrent",
                        "tokens-per-project-hour",
                        "thresholded",
                        "server-errors",
                        "tokens-per-day",
                        "tokens-per-hour");
        assertThat(levels.values()).extracting(QuotaLevel::owner).containsOnly("properties/" + Scene.PROPERTY);
        assertThat(levels.get("tokens-per-day")).satisfies(level -> {
            assertThat(level.left()).isEqualTo(199_990);
            assertThat(level.of()).hasValue(200_000);
            assertThat(level.resets()).isEqualTo(Instant.parse("2026-01-15T08:00:00Z"));
        });
        assertThat(levels.get("tokens-per-project-hour")).satisfies(level -> {
            assertThat(level.left()).isEqualTo(13_990);
            assertThat(level.resets()).isEqualTo(Instant.parse("2026-01-15T02:00:00Z"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Exhausted property tokens for a project per hour quota., PT1H",
        "Exhausted property tokens per hour quota., PT1H",
        "Exhausted property tokens per day quota., PT7H",
        "Exhausted potentially thresholded requests quota., PT1H",
        "Exhausted server errors quota., PT1H",
        "Exhausted concurrent requests quota., PT30S"
    })
    void a09AnExhaustedQuotaIsWaitedForUntilItBeginsAnew(String words, Duration wait) {
        scene.face().server().fail(FaultPlan.always(GrpcFault.Refused.with(Status.Code.RESOURCE_EXHAUSTED, words)));
        try (Connector connector = reading.open()) {
            ConnectorException thrown = throttled(connector, Optional.empty());
            assertThat(thrown).hasMessageContaining(words);
            assertThat(thrown.retryAfter()).contains(wait);
        }
    }

    @Test
    void a09WhatWasReadBeforeTheQuotaRanOutIsNotReadAgain() {
        AnalyticsProperty property = AnalyticsProperty.of(Scene.PROPERTY, "VND", Scene.TRUTH);
        List<Envelope> whole = new ArrayList<>();
        Optional<Cursor> next = read(whole, Optional.empty(), Integer.MAX_VALUE);
        assertThat(next).isEmpty();
        int spent = scene.face().reports().size() * Allowance.COST;
        int two = 2 * Allowance.COST;
        scene.face().put(property.allowing(new Allowance(200_000, 40_000, spent + two, 120)));
        List<Envelope> facts = new ArrayList<>();
        Optional<Cursor> reached = read(facts, Optional.empty(), 2);
        try (Connector connector = reading.open()) {
            assertThat(throttled(connector, reached).retryAfter()).contains(Duration.ofHours(1));
        }
        scene.face().put(property);
        read(facts, reached, Integer.MAX_VALUE);
        assertThat(facts).isEqualTo(whole);
    }

    private Optional<Cursor> read(List<Envelope> facts, Optional<Cursor> from, int pages) {
        Optional<Cursor> after = from;
        try (Connector connector = reading.open()) {
            int read = 0;
            do {
                Page page = connector.read(new ReadRequest("traffic", SLICE, after));
                facts.addAll(page.facts());
                after = page.next();
                read++;
            } while (after.isPresent() && read < pages);
        }
        return after;
    }

    private static ConnectorException throttled(Connector connector, Optional<Cursor> after) {
        ConnectorException thrown = catchThrowableOfType(
                ConnectorException.class, () -> connector.read(new ReadRequest("traffic", SLICE, after)));
        assertThat(thrown.kind()).isEqualTo(Kind.THROTTLED);
        return thrown;
    }
}
