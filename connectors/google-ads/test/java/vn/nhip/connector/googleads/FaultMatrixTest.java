package vn.nhip.connector.googleads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.ads.googleads.v23.errors.AuthorizationErrorEnum.AuthorizationError;
import com.google.ads.googleads.v23.errors.RequestErrorEnum.RequestError;
import io.grpc.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import vn.nhip.sandbox.face.ads.AdsRefusal;
import vn.nhip.sandbox.face.grpc.GrpcFault;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.Cursor;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.testkit.Account;
import vn.nhip.testkit.GivenAccess;

/**
 * Every fault of a gRPC call at every kind of request: said with the right kind after one request, and nothing is lost or
 * doubled when the same page is asked for again.
 */
class FaultMatrixTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31));

    private final Scene scene = new Scene();
    private final GivenAccess access = GivenAccess.of(Scene.TOKEN);
    private final Account account = scene.account(Scene.SHOP, SampleBusiness.ZONE, Scene.CLOCK, access);
    private final Reading reading = new Reading(account);

    @AfterEach
    void close() {
        scene.close();
    }

    /** The page that fails: 31 days make one page of totals and three of campaigns. */
    private enum Place {
        ACCOUNT,
        TOTALS,
        FIRST,
        MIDDLE,
        LAST
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
                Arguments.of(new GrpcFault.Silent(), Kind.UNAVAILABLE),
                Arguments.of(new GrpcFault.Malformed(), Kind.DATA),
                Arguments.of(new GrpcFault.Oversize(GrpcService.LARGEST_ANSWER), Kind.DATA));
        Stream<Arguments> refusals = Stream.of(
                Arguments.of(
                        AdsRefusal.of(RequestError.UNSUPPORTED_VERSION, "gone").fault(), Kind.DATA),
                Arguments.of(
                        AdsRefusal.of(AuthorizationError.CUSTOMER_NOT_ENABLED, "no")
                                .fault(),
                        Kind.SETTINGS),
                Arguments.of(
                        AdsRefusal.of(AuthorizationError.USER_PERMISSION_DENIED, "no")
                                .fault(),
                        Kind.ACCESS));
        return Stream.of(statuses, wires, bodies, refusals).flatMap(all -> all).flatMap(one -> Arrays.stream(
                        Place.values())
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

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @MethodSource("faults")
    void everyFaultAtEveryRequestIsSaidAndLosesNothing(Place place, GrpcFault fault, Kind kind) {
        List<Page> undisturbed = reading.pages(DAYS);
        assertThat(undisturbed).as("one page a place").hasSameSizeAs(Place.values());
        List<Page> pages = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        for (Place here : Place.values()) {
            if (here == place) {
                fails(after, fault, kind);
            }
            Page page = read(reading, after);
            pages.add(page);
            after = page.next();
        }
        assertThat(after).isEmpty();
        assertThat(Reading.byKey(pages)).isEqualTo(Reading.byKey(undisturbed));
    }

    private void fails(Optional<Cursor> after, GrpcFault fault, Kind kind) {
        int calls = scene.requests().size();
        scene.face().server().fail(FaultPlan.at(Map.of(0, fault)));
        boolean silent = fault instanceof GrpcFault.Silent;
        Reading failing = silent ? new Reading(account.with("patience-seconds", "1")) : reading;
        ConnectorException thrown = catchThrowableOfType(ConnectorException.class, () -> read(failing, after));
        assertThat(thrown.kind()).as(thrown.getMessage()).isEqualTo(kind);
        assertThat(scene.requests()).as("calls of one read").hasSize(calls + 1);
        boolean refused =
                fault instanceof GrpcFault.Refused said && said.status().getCode() == Status.Code.UNAUTHENTICATED;
        assertThat(access.refusals()).hasSize(refused ? 1 : 0);
    }

    private static Page read(Reading reading, Optional<Cursor> after) {
        try (Connector connector = reading.open()) {
            return connector.read(Reading.request(DAYS, after));
        }
    }

    @Test
    void aBadNightEndsAsAGoodOne() {
        Map<String, Fact> undisturbed = Reading.byKey(reading.pages(DAYS));
        List<GrpcFault> passing = List.of(
                GrpcFault.Refused.with(Status.Code.UNAVAILABLE, "no"),
                GrpcFault.Refused.with(Status.Code.RESOURCE_EXHAUSTED, "no"),
                AdsRefusal.of(RequestError.EXPIRED_PAGE_TOKEN, "expired").fault(),
                new GrpcFault.Broken(GrpcFault.Wire.RESET, true),
                new GrpcFault.Broken(GrpcFault.Wire.GO_AWAY, false),
                new GrpcFault.Broken(GrpcFault.Wire.CUT, true));
        for (int seed = 1; seed <= 20; seed++) {
            scene.face().server().fail(FaultPlan.bySeed(seed, 30, passing));
            assertThat(Reading.byKey(night())).as("seed %d", seed).isEqualTo(undisturbed);
        }
    }

    private List<Page> night() {
        List<Page> pages = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        boolean more = true;
        while (more) {
            try {
                Page page = read(reading, after);
                pages.add(page);
                after = page.next();
                more = after.isPresent();
            } catch (ConnectorException again) {
                assertThat(again.kind().retryable()).as("%s", again).isTrue();
            }
        }
        return pages;
    }
}
