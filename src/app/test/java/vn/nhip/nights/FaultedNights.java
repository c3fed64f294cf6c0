package vn.nhip.nights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.face.FaultPlan;
import vn.nhip.sandbox.face.oauth.OAuthFault;
import vn.nhip.sandbox.truth.Truth;

/**
 * Whatever goes wrong in a night, the store ends with what really happened: every fault of a source at its first, middle
 * and last call and at the call for a token, once and for the whole night. Some of it always, all of it for a release.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
abstract class FaultedNights<F> {

    static final Truth TRUTH = SampleBusiness.of(
                    SampleBusiness.SEED, LocalDate.of(2025, 12, 20), LocalDate.of(2026, 1, 25))
            .truth();

    private static final int SEEDS = 12;
    private static final int BAD_NIGHTS = 4;
    private static final int BAD_NIGHTS_OF_A_RELEASE = 100;
    private static final int OF_HUNDRED = 25;

    private final Map<LocalDate, List<String>> undisturbed = new TreeMap<>();
    private Platform<F> platform;
    private Household household;
    private int calls;

    /** One fault at one place; {@code call} is -1 for the token before the first call. */
    private record Strike<F>(Cell<F> cell, int call, boolean stays) {

        String name() {
            return "call " + call + ": " + cell.name() + (stays ? ", all night" : ", once");
        }
    }

    abstract Platform<F> platform(VirtualTime time) throws Exception;

    abstract List<Cell<F>> cells();

    /** What makes the engine renew its token; empty where nobody can. */
    abstract Optional<F> refusal();

    @BeforeAll
    void readOnceUndisturbed(@TempDir Path folder) throws Exception {
        VirtualTime time = new VirtualTime(Household.FIRST_NIGHT);
        platform = platform(time);
        household = new Household(folder, time, platform);
        Workspace workspace = household.workspace();
        platform.fail(FaultPlan.none());
        LocalDate last = workspace.night().untilSettled();
        assertThat(last).isEqualTo(LocalDate.of(2026, 1, 15));
        assertThat(time.retries()).isEmpty();
        calls = platform.calls();
        undisturbed.put(last, workspace.facts());
        requireTruth(workspace, last);
    }

    @AfterAll
    void close() {
        household.close();
        platform.close();
    }

    @TestFactory
    Stream<DynamicTest> someFaultsLoseNothing() {
        List<Strike<F>> all = strikes();
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> all.get(new SplittableRandom(seed).nextInt(all.size())))
                .map(strike -> DynamicTest.dynamicTest(strike.name(), () -> strike(strike)));
    }

    @TestFactory
    @Tag("release")
    Stream<DynamicTest> everyFaultAtTheFirstMiddleAndLastCallLosesNothing() {
        return strikes().stream().map(strike -> DynamicTest.dynamicTest(strike.name(), () -> strike(strike)));
    }

    private List<Strike<F>> strikes() {
        List<Strike<F>> strikes = new ArrayList<>();
        for (Cell<F> cell : cells()) {
            for (int call : List.of(0, calls / 2, calls - 1)) {
                strikes.add(new Strike<>(cell, call, false));
                strikes.add(new Strike<>(cell, call, true));
            }
        }
        return strikes;
    }

    private void strike(Strike<F> strike) throws Exception {
        Outcome outcome = strike.cell().outcome();
        Workspace workspace = household.workspace(strike.cell().name().equals(GrpcCells.DEADLINE));
        int last = !strike.stays() ? strike.call() : outcome == Outcome.WAITS ? strike.call() + 2 : Integer.MAX_VALUE;
        platform.fail(at ->
                at >= strike.call() && at <= last ? Optional.of(strike.cell().fault()) : Optional.empty());
        workspace.night();
        assertThat(platform.calls()).as("calls of the night").isGreaterThan(strike.call());
        requireSaid(workspace, outcome, strike.stays());
        if (strike.stays()) {
            requireAttempts(workspace, outcome, platform.calls() - strike.call());
        }
        platform.fail(FaultPlan.none());
        requireTruth(workspace, workspace.untilSettled());
    }

    private static void requireSaid(Workspace workspace, Outcome outcome, boolean stays) {
        if ((outcome.passes() && !stays) || outcome.kind().isEmpty()) {
            assertThat(workspace.failures()).as("%s", workspace.runs()).isEmpty();
            assertThat(workspace.connected()).isTrue();
        } else {
            assertThat(workspace.failures())
                    .as("%s", workspace.runs())
                    .isNotEmpty()
                    .containsOnly(outcome.kind());
            assertThat(workspace.connected()).isEqualTo(!outcome.ends());
            assertThat(workspace.notices("reconnect")).isEqualTo(outcome.ends() ? 1 : 0);
        }
    }

    /** The source may see fewer calls than were tried where the wire breaks: some find it broken already. */
    private void requireAttempts(Workspace workspace, Outcome outcome, int seen) {
        int readings = outcome.ends() ? 1 : workspace.failures().size();
        int retries = outcome.ends() ? 0 : (outcome.calls() - 1) * readings;
        assertThat(household.time.retries()).as("%s", workspace.runs()).hasSize(retries);
        if (outcome != Outcome.UNAVAILABLE && !outcome.kind().isEmpty()) {
            assertThat(seen).as("calls %s", workspace.runs()).isEqualTo(outcome.calls() * readings);
        }
    }

    @TestFactory
    Stream<DynamicTest> someFaultsOfTheLoginLoseNothing() {
        List<DynamicTest> all = loginFaults();
        return IntStream.range(0, all.isEmpty() ? 0 : SEEDS / 2)
                .mapToObj(seed -> all.get(new SplittableRandom(seed).nextInt(all.size())));
    }

    @TestFactory
    @Tag("release")
    Stream<DynamicTest> everyFaultOfTheLoginAtTheFirstMiddleAndLastTokenLosesNothing() {
        return loginFaults().stream();
    }

    /** The first token is fetched before the first call; others when the source refuses the present one. */
    private List<DynamicTest> loginFaults() {
        List<DynamicTest> tests = new ArrayList<>();
        for (OAuthFault fault : refusal().isEmpty() ? new OAuthFault[0] : OAuthFault.values()) {
            for (int call : List.of(-1, calls / 2, calls - 1)) {
                for (boolean stays : List.of(false, true)) {
                    String when = "token for call " + call + ": " + fault + (stays ? ", all night" : ", once");
                    tests.add(DynamicTest.dynamicTest(when, () -> strikeLogin(fault, call, stays)));
                }
            }
        }
        return tests;
    }

    private void strikeLogin(OAuthFault fault, int call, boolean stays) throws Exception {
        Workspace workspace = household.workspace();
        Outcome outcome = outcome(fault);
        int first = call < 0 ? 0 : 1;
        platform.fail(at -> at == call ? refusal() : Optional.empty());
        platform.failLogin(at -> at == first || (stays && at > first) ? Optional.of(fault) : Optional.empty());
        workspace.night();
        requireSaid(workspace, outcome, stays);
        int readings = outcome.ends() ? 1 : workspace.failures().size();
        int fetched = stays ? outcome.calls() * readings : outcome.passes() ? 2 : 1;
        assertThat(platform.loginCalls() - first).as("calls of the login").isEqualTo(fetched);
        platform.fail(FaultPlan.none());
        platform.failLogin(FaultPlan.none());
        requireTruth(workspace, workspace.untilSettled());
    }

    private static Outcome outcome(OAuthFault fault) {
        return switch (fault) {
            case AWAY, WEB_PAGE, ANSWER_LOST -> Outcome.UNAVAILABLE;
            case TOO_MANY -> Outcome.THROTTLED;
            case CONSENT_WITHDRAWN -> Outcome.REFUSED_FOR_GOOD;
        };
    }

    @TestFactory
    Stream<DynamicTest> badNightsLoseNothing() {
        return badNights(1, BAD_NIGHTS);
    }

    @TestFactory
    @Tag("release")
    Stream<DynamicTest> aHundredBadNightsLoseNothing() {
        return badNights(BAD_NIGHTS + 1, BAD_NIGHTS_OF_A_RELEASE);
    }

    private Stream<DynamicTest> badNights(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> badNight(seed)));
    }

    /** One night in which anything may happen at any call; then a person does what there is to do, and it goes on. */
    private void badNight(int seed) throws Exception {
        List<F> faults = cells().stream()
                .filter(cell -> !cell.name().equals(GrpcCells.DEADLINE))
                .map(Cell::fault)
                .toList();
        Workspace workspace = household.workspace();
        platform.fail(FaultPlan.bySeed(seed, OF_HUNDRED, faults));
        if (refusal().isPresent()) {
            platform.failLogin(FaultPlan.bySeed(seed, OF_HUNDRED, Arrays.asList(OAuthFault.values())));
        }
        workspace.night();
        platform.fail(FaultPlan.none());
        if (refusal().isPresent()) {
            platform.failLogin(FaultPlan.none());
        }
        requireTruth(workspace, workspace.untilSettled());
    }

    /** Nothing lost, nothing twice, and nothing else than an undisturbed installation has. */
    private void requireTruth(Workspace workspace, LocalDate last) throws Exception {
        assertThat(workspace.told()).isEqualTo(platform.truth(Household.FIRST_DAY, last));
        workspace.requireWholeLedger();
        assertThat(workspace.facts()).isEqualTo(undisturbed(last));
    }

    private List<String> undisturbed(LocalDate last) throws Exception {
        if (!undisturbed.containsKey(last)) {
            Workspace clean = household.workspace().night();
            while (clean.untilSettled().isBefore(last)) {
                clean.nextNight();
            }
            undisturbed.put(last, clean.facts());
        }
        return undisturbed.get(last);
    }
}
