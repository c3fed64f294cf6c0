package vn.nhip.connector.googleanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhip.kit.grpc.GrpcService;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty;
import vn.nhip.sandbox.face.analytics.AnalyticsProperty.Mark;
import vn.nhip.sandbox.face.grpc.GrpcFault;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;
import vn.nhip.testkit.GivenAccess;

/** What each failure of a call is said to be, on the first, a middle and the last page, after one call for one read. */
class CallFailuresTest {

    private static final Slice SLICE = Slice.days(Scene.DAYS);

    private final Scene scene = new Scene();
    private final GivenAccess access = GivenAccess.of(Scene.TOKEN);
    private final Reading reading =
            new Reading(scene.account(Scene.PROPERTY, SampleBusiness.ZONE, Scene.CLOCK, access));

    @AfterEach
    void close() {
        scene.close();
    }

    /** The page that fails, of how many. */
    private enum Place {
        FIRST,
        MIDDLE,
        LAST;

        int of(int pages) {
            return switch (this) {
                case FIRST -> 0;
                case MIDDLE -> pages / 2;
                case LAST -> pages - 1;
            };
        }
    }

    static Stream<Arguments> faults() {
        Stream<Arguments> statuses = Arrays.stream(Status.Code.values())
                .filter(code -> code != Status.Code.OK)
                .map(code -> Arguments.of(GrpcFault.Refused.with(code, "no"), kind(code)));
        Stream<Arguments> wires = Arrays.stream(GrpcFault.Wire.values())
                .flatMap(how -> Stream.of(false, true).map(late -> new GrpcFault.Broken(how, late)))
                .map(fault -> Arguments.of(fault, Kind.UNAVAILABLE));
        Stream<Arguments> bodies = Stream.of(
                Arguments.of(new GrpcFault.RefusedLate(Status.UNAVAILABLE), Kind.UNAVAILABLE),
                Arguments.of(new GrpcFault.Malformed(), Kind.DATA),
                Arguments.of(new GrpcFault.Oversize(GrpcService.LARGEST_ANSWER), Kind.DATA));
        return Stream.of(statuses, wires, bodies).flatMap(all -> all).flatMap(one -> Arrays.stream(Place.values())
                .map(place -> Arguments.of(place, one.get()[0], one.get()[1])));
    }

    private static Kind kind(Status.Code code) {
        return switch (code) {
            case UNAUTHENTICATED, PERMISSION_DENIED -> Kind.ACCESS;
            case RESOURCE_EXHAUSTED -> Kind.THROTTLED;
            case NOT_FOUND, FAILED_PRECONDITION -> Kind.SETTINGS;
            case INVALID_ARGUMENT, OUT_OF_RANGE, UNIMPLEMENTED, ALREADY_EXISTS -> Kind.DATA;
            case UNAVAILABLE, DEADLINE_EXCEEDED, INTERNAL, CANCELLED, ABORTED, UNKNOWN, DATA_LOSS, OK ->
                Kind.UNAVAILABLE;
        };
    }

    @ParameterizedTest(name = "{0} page: {1} → {2}")
    @MethodSource("faults")
    void eachFailureSaysWhoActsNext(Place place, GrpcFault fault, Kind kind) {
        List<Optional<Cursor>> cursors = cursors();
        int calls = scene.requests().size();
        scene.face().server().fail(FaultPlan.always(fault));
        Optional<Cursor> after = cursors.get(place.of(cursors.size()));
        try (Connector connector = reading.open()) {
            ConnectorException thrown = catchThrowableOfType(
                    ConnectorException.class, () -> connector.read(new ReadRequest("traffic", SLICE, after)));
            assertThat(thrown.kind()).as(thrown.getMessage()).isEqualTo(kind);
            assertThat(scene.requests()).as("calls of one read").hasSize(calls + 1);
            boolean refused =
                    fault instanceof GrpcFault.Refused said && said.status().getCode() == Status.Code.UNAUTHENTICATED;
            assertThat(access.refusals()).hasSize(refused ? 1 : 0);
        }
        scene.heal();
        try (Connector next = reading.open()) {
            assertThat(next.read(new ReadRequest("traffic", SLICE, after)).facts())
                    .isNotEmpty();
        }
    }

    @Test
    void e09TheCheckNamesWhatThePropertyCannotReportTogether() {
        scene.face()
                .put(AnalyticsProperty.of(Scene.PROPERTY, "VND", Scene.TRUTH).marked(Mark.NO_CAMPAIGNS));
        try (Connector connector = reading.open()) {
            ConnectorException thrown = catchThrowableOfType(ConnectorException.class, connector::check);
            assertThat(thrown.kind()).isEqualTo(Kind.DATA);
            assertThat(thrown).hasMessageContaining("sessionCampaignName").hasMessageNotContaining("sessionMedium");
        }
        assertThat(scene.requests()).singleElement().satisfies(request -> assertThat(request.target())
                .endsWith("/CheckCompatibility"));
        assertThat(scene.face().reports()).as("reports, which cost tokens").isEmpty();
    }

    /** What each page of the slice is asked for with. */
    private List<Optional<Cursor>> cursors() {
        List<Optional<Cursor>> cursors = new ArrayList<>();
        try (Connector connector = reading.open()) {
            Optional<Cursor> after = Optional.empty();
            do {
                cursors.add(after);
                Page page = connector.read(new ReadRequest("traffic", SLICE, after));
                after = page.next();
            } while (after.isPresent());
        }
        return cursors;
    }
}
