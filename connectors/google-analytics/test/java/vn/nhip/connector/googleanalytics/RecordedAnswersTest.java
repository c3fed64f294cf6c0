package vn.nhip.connector.googleanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.analytics.data.v1beta.BetaAnalyticsDataGrpc.BetaAnalyticsDataImplBase;
import com.google.analytics.data.v1beta.Dimension;
import com.google.analytics.data.v1beta.DimensionHeader;
import com.google.analytics.data.v1beta.DimensionValue;
import com.google.analytics.data.v1beta.Metric;
import com.google.analytics.data.v1beta.MetricHeader;
import com.google.analytics.data.v1beta.MetricValue;
import com.google.analytics.data.v1beta.ResponseMetaData;
import com.google.analytics.data.v1beta.Row;
import com.google.analytics.data.v1beta.RunReportRequest;
import com.google.analytics.data.v1beta.RunReportResponse;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.stub.StreamObserver;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.grpc.GrpcFace;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Grain;
import vn.nhip.spi.Page;
import vn.nhip.spi.Scope;
import vn.nhip.spi.Site;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficDay.Quality;
import vn.nhip.spi.TrafficUsers;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.GivenAccess;

/** Acceptance cases A10, A11, E06, E10 and E27 with the figures and answers that were once recorded at Google's. */
class RecordedAnswersTest {

    private static final LocalDate FRIDAY = LocalDate.of(2023, 9, 8);
    private static final LocalDate THURSDAY = LocalDate.of(2023, 3, 2);

    @Test
    void a10TheOtherRowIsKeptAsSuchAndTheTotalIsTheSourcesOwn() {
        List<TrafficDay> facts = facts(
                TrafficDay.class,
                "traffic",
                DayRange.of(FRIDAY),
                request -> request.getDimensionsCount() == 1
                        ? report(request, row(List.of("20230908"), 4_000, 2_500, 3_100, 900, 160))
                        : report(
                                        request,
                                        row(part("Organic Search", "google"), 3_000, 2_000, 2_400, 850, 100),
                                        row(part("Unassigned", "(other)"), 400, 100, 279, 0, 40))
                                .toBuilder()
                                .setMetadata(ResponseMetaData.newBuilder().setDataLossFromOtherRow(true))
                                .build());
        assertThat(facts)
                .filteredOn(row -> row.scope() == Scope.TOTAL)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.counts()).isEqualTo(new TrafficDay.TrafficCounts(4_000, 2_500, 3_100, 900, 160));
                    assertThat(row.quality()).isEmpty();
                });
        assertThat(facts)
                .filteredOn(row -> row.from().source().equals("(other)"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.counts()).isEqualTo(new TrafficDay.TrafficCounts(400, 100, 279, 0, 40));
                    assertThat(row.quality()).isEqualTo(Set.of(Quality.OTHER_ROW));
                });
        assertThat(facts)
                .filteredOn(row -> row.from().equals(TrafficFeed.REMAINDER))
                .singleElement()
                .satisfies(row -> assertThat(row.counts().sessions()).isEqualTo(600));
    }

    @Test
    void a11TheWeekOfARealPropertyHasFewerUsersThanItsDays() {
        List<Long> recorded = List.of(2_770L, 2_292L, 1_115L, 1_358L, 5_849L, 4_285L, 3_180L);
        DayRange days = new DayRange(THURSDAY, THURSDAY.plusDays(6));
        List<TrafficUsers> facts = facts(TrafficUsers.class, "users", days, request -> {
            if (request.getDimensionsCount() == 0) {
                return report(request, row(List.of(), 18_126));
            }
            Row[] rows = days.first()
                    .datesUntil(days.last().plusDays(1))
                    .map(day -> row(List.of(day.toString().replace("-", "")), recorded.get(day.getDayOfMonth() - 2)))
                    .toArray(Row[]::new);
            return report(request, rows);
        });
        assertThat(facts)
                .filteredOn(fact -> fact.grain() == Grain.DAY)
                .extracting(TrafficUsers::users)
                .containsExactlyElementsOf(recorded)
                .satisfies(users -> assertThat(
                                users.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(20_849));
        assertThat(facts)
                .filteredOn(fact -> fact.grain() != Grain.DAY)
                .isNotEmpty()
                .extracting(TrafficUsers::users)
                .containsOnly(18_126L);
    }

    @Test
    void e06ARowThatComesTwiceIsAnErrorAndNeitherIsTaken() {
        ConnectorException thrown = catchThrowableOfType(
                ConnectorException.class,
                () -> pages(
                        "traffic",
                        DayRange.of(FRIDAY),
                        request -> report(
                                request,
                                row(List.of("20230908"), 1, 1, 1, 1, 1),
                                row(List.of("20230908"), 2, 2, 2, 2, 2))));
        assertThat(thrown.kind()).isEqualTo(Kind.DATA);
        assertThat(thrown).hasMessageContaining("same row twice").hasMessageContaining("20230908");
    }

    @Test
    void e10AnAnswerWithoutRowsAndWithoutTheirNumberIsNothingAndComplete() {
        for (String stream : List.of("traffic", "users", "purchases")) {
            List<Page> pages = pages(stream, DayRange.of(FRIDAY), request -> RunReportResponse.getDefaultInstance());
            assertThat(pages).isNotEmpty().allSatisfy(page -> {
                assertThat(page.facts()).isEmpty();
                assertThat(page.rejected()).isEmpty();
            });
            assertThat(pages.get(pages.size() - 1).next()).isEmpty();
        }
    }

    @Test
    void e27AFieldThatNobodyKnowsIsNotedAndTheRowKept() {
        UnknownFieldSet sparkle = UnknownFieldSet.newBuilder()
                .addField(9_999, UnknownFieldSet.Field.newBuilder().addVarint(3).build())
                .build();
        List<Page> pages = pages("traffic", DayRange.of(FRIDAY), request -> {
            List<String> names =
                    request.getDimensionsCount() == 1 ? List.of("20230908") : part("Organic Search", "google");
            return report(
                    request,
                    row(names, 10, 9, 8, 7, 6).toBuilder()
                            .setUnknownFields(sparkle)
                            .build());
        });
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.notes().drift()).anyMatch(words -> words.contains("9999"));
            assertThat(page.facts()).hasSize(1);
        });
    }

    private static List<String> part(String channel, String source) {
        return List.of("20230908", channel, source, "(none)", "(not set)");
    }

    private static Row row(List<String> dimensions, long... metrics) {
        Row.Builder row = Row.newBuilder();
        dimensions.forEach(
                value -> row.addDimensionValues(DimensionValue.newBuilder().setValue(value)));
        for (long value : metrics) {
            row.addMetricValues(MetricValue.newBuilder().setValue(Long.toString(value)));
        }
        return row.build();
    }

    private static RunReportResponse report(RunReportRequest request, Row... rows) {
        RunReportResponse.Builder report = RunReportResponse.newBuilder();
        request.getDimensionsList().stream()
                .map(Dimension::getName)
                .forEach(name ->
                        report.addDimensionHeaders(DimensionHeader.newBuilder().setName(name)));
        request.getMetricsList().stream()
                .map(Metric::getName)
                .forEach(name ->
                        report.addMetricHeaders(MetricHeader.newBuilder().setName(name)));
        return report.addAllRows(List.of(rows)).setRowCount(rows.length).build();
    }

    private static <F extends Fact> List<F> facts(
            Class<F> kind, String stream, DayRange days, Function<RunReportRequest, RunReportResponse> google) {
        return pages(stream, days, google).stream()
                .flatMap(page -> page.facts().stream())
                .map(envelope -> kind.cast(envelope.fact()))
                .toList();
    }

    private static List<Page> pages(
            String stream, DayRange days, Function<RunReportRequest, RunReportResponse> google) {
        try (GrpcFace face = GrpcFace.of(Tokens.any(), new Answering(google))) {
            ConnectorContext context = new ConnectorContext(
                    Scene.CLOCK,
                    SampleBusiness.ZONE,
                    Currency.getInstance("VND"),
                    GivenAccess.of(Scene.TOKEN),
                    new Site(Optional.of(face.base()), Optional.empty()));
            return new Reading(new Account(Map.of("property", Scene.PROPERTY), Map.of(), context)).pages(stream, days);
        }
    }

    private static final class Answering extends BetaAnalyticsDataImplBase {
        private final Function<RunReportRequest, RunReportResponse> google;

        private Answering(Function<RunReportRequest, RunReportResponse> google) {
            this.google = google;
        }

        @Override
        public void runReport(RunReportRequest request, StreamObserver<RunReportResponse> answer) {
            answer.onNext(google.apply(request));
            answer.onCompleted();
        }
    }
}
