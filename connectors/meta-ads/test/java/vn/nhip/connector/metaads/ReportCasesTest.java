package vn.nhip.connector.metaads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nhip.kit.report.AdTally;
import vn.nhip.sandbox.face.graph.GraphAnswer;
import vn.nhip.sandbox.face.graph.GraphAsk;
import vn.nhip.sandbox.face.graph.GraphFaults;
import vn.nhip.sandbox.face.graph.GraphReport;
import vn.nhip.sandbox.face.graph.JobFate;
import vn.nhip.spi.AdDay;
import vn.nhip.spi.Connector;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Page;
import vn.nhip.spi.ReadRequest;
import vn.nhip.spi.Slice;

/** Acceptance cases A04, A05 and E26: reports that fail, never end, or are too large. */
class ReportCasesTest {

    private static final DayRange DAYS = new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 14));
    private static final int CAMPAIGNS = 9;

    private final Desk desk = new Desk(Shop.advertising(DAYS, CAMPAIGNS));
    private final Map<String, Fact> undisturbed = desk.night(DAYS);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a04FailedReportsAreMadeInHalvesOfTheDaysThatAskForTheSame() {
        GraphReport whole = desk.face.ordered().get(1);
        desk.face.fates((number, report) -> report.days() > 4 ? JobFate.FAILED : JobFate.GOOD);
        assertThat(desk.night(DAYS)).isEqualTo(undisturbed);
        assertThat(ofCampaigns()).hasSizeGreaterThan(4).allSatisfy(report -> {
            assertThat(report.windows()).isEqualTo(whole.windows()).containsExactly("7d_click", "1d_view");
            assertThat(report.fields()).isEqualTo(whole.fields());
        });
    }

    @Test
    void a04SkippedReportsOfOneDayAreMadeInHalvesOfTheCampaigns() {
        desk.face.fates((number, report) -> report.byCampaign()
                        && (report.campaigns().isEmpty() || report.campaigns().size() > 2)
                ? JobFate.SKIPPED
                : JobFate.GOOD);
        DayRange day = DayRange.of(DAYS.last());
        assertThat(desk.night(day)).isEqualTo(only(day)).hasSize(CAMPAIGNS + 1);
        assertThat(ofCampaigns().stream().flatMap(report -> report.campaigns().stream()))
                .contains(Shop.ad(DAYS.last(), 0).campaign().id());
    }

    @Test
    void a04ReportsThatNeverEndAreOrderedAgain() {
        desk.face.fates((number, report) -> number == 2 ? JobFate.STUCK : JobFate.GOOD);
        Duration before = Duration.between(Desk.MORNING, desk.clock.instant());
        assertThat(desk.night(DAYS)).isEqualTo(undisturbed);
        assertThat(Duration.between(Desk.MORNING, desk.clock.instant()).minus(before))
                .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(33));
    }

    @Test
    void a04ReportsThatAlwaysFailAreGivenUpForDirectQuestionsInBoundedSteps() {
        int before = desk.face.ordered().size();
        desk.face.fates((number, report) -> JobFate.FAILED);
        assertThat(desk.night(DAYS)).isEqualTo(undisturbed);
        assertThat(desk.face.ordered().size() - before).isLessThan(2 * 14 * 2 + 2 * 14 * 2 * CAMPAIGNS);
    }

    @Test
    void a04AReportIsPolledOnAfterARestartAndNotOrderedAgain() {
        int before = desk.face.ordered().size();
        Slice slice = Slice.days(DAYS);
        Page ordered;
        try (Connector first = desk.open()) {
            Page account = first.read(new ReadRequest(MetaAdsConnector.AD_DAYS, slice, Optional.empty()));
            ordered = first.read(new ReadRequest(MetaAdsConnector.AD_DAYS, slice, account.next()));
        }
        assertThat(ordered.readyIn()).isPresent();
        try (Connector second = desk.open()) {
            List<Page> rest = desk.from(second, MetaAdsConnector.AD_DAYS, slice, ordered.next());
            assertThat(Desk.facts(rest)).isEqualTo(undisturbed);
        }
        assertThat(desk.face.ordered().size() - before).isEqualTo(2);
    }

    @Test
    void a05TooMuchDataIsAskedForInSmallerPagesAndThenInFullOnesAgain() {
        desk.face.faults(
                tooMuchWhen(ask -> limit(ask) > 100 && ask.parameter("after").isEmpty()));
        assertThat(desk.night(DAYS)).isEqualTo(undisturbed);
        assertThat(limits()).containsExactly(500, 250, 125, 62, 500, 250, 125, 62, 62, 62);
    }

    @Test
    void a05TooMuchDataIsThenAskedForWithFewerFields() {
        desk.face.faults(tooMuchWhen(ask -> ask.parameter("fields").contains("campaign_name")));
        Map<String, Fact> night = desk.night(DAYS);
        assertThat(night.keySet()).isEqualTo(undisturbed.keySet());
        assertThat(figures(night)).isEqualTo(figures(undisturbed));
    }

    @Test
    void a05TooMuchDataIsThenAskedForInShorterSpans() {
        desk.face.faults(tooMuchWhen(ask -> ask.method().equals("POST")
                && ask.parameter("time_range").contains("2026-01-01")
                && ask.parameter("time_range").contains("2026-01-14")));
        assertThat(desk.night(DAYS)).isEqualTo(undisturbed);
    }

    @Test
    void a05AfterTheSmallestPartItIsSaidWhatToDo() {
        desk.face.faults(tooMuchWhen(ask -> ask.edge().equals("insights")));
        assertThatThrownBy(() -> desk.night(DAYS))
                .isInstanceOfSatisfying(ConnectorException.class, thrown -> assertThat(thrown.kind())
                        .isEqualTo(Kind.DATA))
                .hasMessageContaining("even in the smallest parts");
        assertThat(desk.face.asked()).hasSizeLessThan(40);
    }

    @Test
    void a05TheSameErrorComesAs100Too() {
        GraphAnswer error = GraphAnswer.error(400, 100, 1_487_534, "Too many data rows");
        desk.face.faults((call, ask) -> limit(ask) > 200 ? Optional.of(error) : Optional.empty());
        assertThat(desk.night(DAYS)).isEqualTo(undisturbed);
    }

    @Test
    void e26OneCampaignThatMetaRefusesIsNamedAndTheOthersAreKept() {
        String bad = Shop.ad(DAYS.first(), 4).campaign().id();
        desk.face.faults((call, ask) -> ask.parameter("level").equals("campaign")
                        && (ask.parameter("filtering").isEmpty()
                                || ask.parameter("filtering").contains(bad))
                ? Optional.of(GraphAnswer.error(400, 100, 0, "(#100) Field is not valid"))
                : Optional.empty());
        List<Page> pages = desk.pages(DAYS);
        List<AdDay> facts = Desk.adDays(pages);
        assertThat(facts).noneMatch(fact -> fact.campaign().id().equals(bad));
        assertThat(facts.stream().filter(fact -> fact.campaign().id().equals("unallocated")))
                .hasSize(14)
                .allSatisfy(fact -> assertThat(fact.cost().amount())
                        .isEqualByComparingTo(Shop.ad(fact.day(), 4).cost()));
        assertThat(facts).hasSize(14 * (CAMPAIGNS + 1));
        assertThat(Desk.drift(pages)).anyMatch(words -> words.contains(bad) && words.contains("unallocated"));
    }

    private static GraphFaults tooMuchWhen(Predicate<GraphAsk> much) {
        GraphAnswer error =
                GraphAnswer.error(500, 1, 0, "Please reduce the amount of data you're asking for, then retry");
        return (call, ask) -> much.test(ask) ? Optional.of(error) : Optional.empty();
    }

    private List<GraphReport> ofCampaigns() {
        return desk.face.ordered().stream()
                .skip(2)
                .filter(GraphReport::byCampaign)
                .toList();
    }

    private List<Integer> limits() {
        return desk.face.asked().stream()
                .filter(ask -> limit(ask) > 0)
                .map(ReportCasesTest::limit)
                .toList();
    }

    private static int limit(GraphAsk ask) {
        return ask.parameter("limit").isEmpty() ? 0 : Integer.parseInt(ask.parameter("limit"));
    }

    private Map<String, Fact> only(DayRange days) {
        Map<String, Fact> facts = new TreeMap<>(undisturbed);
        facts.values().removeIf(fact -> !days.contains(((AdDay) fact).day()));
        return facts;
    }

    private static List<AdTally> figures(Map<String, Fact> facts) {
        return facts.values().stream().map(fact -> AdTally.of((AdDay) fact)).toList();
    }
}
