package vn.nhip.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.catalogue.Shipped;
import vn.nhip.catalogue.Texts.Trigger;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.metric.Sql;
import vn.nhip.store.Store;
import vn.nhip.store.Workspaces;

/** What must hold of incidents and their tasks, whatever database keeps them. */
@SuppressWarnings("NullAway.Init") // opened before each test
abstract class IncidentContract {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 8);
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 4);

    @TempDir
    Path folder;

    private Store store;
    private long workspace;
    private LocalDate today = TODAY;
    private final Map<String, KpiChoice> choices = new LinkedHashMap<>();

    abstract Store open();

    @BeforeEach
    void start() {
        store = open();
        workspace = workspace("shop");
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private long workspace(String name) {
        return new Workspaces(store).ensure(new Workspaces.Workspace(name, ZONE, "VND", ""));
    }

    private Clock clock() {
        return Clock.fixed(today.atTime(9, 0).atZone(ZONE).toInstant(), ZONE);
    }

    private void refreshed() {
        WorkspaceConfig config = new WorkspaceConfig(
                "shop",
                "Shop",
                new WorkspaceConfig.Calendar(ZONE, Currency.getInstance("VND"), Optional.empty(), Optional.empty()),
                WorkspaceConfig.Language.VI,
                false,
                Map.of(),
                Map.of(),
                choices);
        new IncidentEngine(store, Shipped.catalogue(), config, clock()).run();
    }

    private Incidents incidents() {
        return new Incidents(store, workspace, clock());
    }

    private void value(String kpi, LocalDate day, double value) {
        values(kpi, Map.of(day, value));
    }

    private void values(String kpi, Map<LocalDate, Double> values) {
        store.write(handle -> {
            try (Sql sql = new Sql(handle)) {
                values.forEach((day, value) -> {
                    sql.update(
                            "DELETE FROM kpi_value WHERE workspace_id = ? AND kpi = ? AND start = ?",
                            workspace,
                            kpi,
                            day);
                    sql.update(
                            "INSERT INTO kpi_value (workspace_id, kpi, grain, start, dimension, dimension_value, version,"
                                    + " numerator, denominator, value, reason, state, complete_through, partial, computed_at)"
                                    + " VALUES (?, ?, 'day', ?, '', '', 1, NULL, NULL, ?, '', 'settled', ?, 0, 0)",
                            workspace,
                            kpi,
                            day,
                            BigDecimal.valueOf(value).toPlainString(),
                            day);
                });
                return true;
            }
        });
    }

    /** Through yesterday, in a week that repeats, with a little more on every third day. */
    private void usual(String kpi, double size) {
        Map<LocalDate, Double> values = new LinkedHashMap<>();
        for (LocalDate day = FIRST; day.isBefore(today); day = day.plusDays(1)) {
            values.put(day, usual(size, day));
        }
        values(kpi, values);
    }

    private static double usual(double size, LocalDate day) {
        return size * (1 + 0.01 * day.getDayOfWeek().getValue() + 0.02 * (day.toEpochDay() % 3));
    }

    @Test
    void aDropOpensOneIncidentWithTheGuidesActionsAsTasks() {
        choices.put("sales", new KpiChoice(true, Optional.of("Chị Mai"), Optional.empty(), Optional.empty()));
        usual("sales", 1_000_000);
        value("sales", TODAY.minusDays(1), 200_000);
        refreshed();
        refreshed();
        assertThat(incidents().open()).hasSize(1);
        Incident drop = incidents().open().get(0);
        assertThat(drop.cause()).isEqualTo(Trigger.DROP);
        assertThat(drop.start()).isEqualTo(TODAY.minusDays(1));
        assertThat(drop.severe()).isTrue();
        assertThat(drop.evidence().value()).isEqualTo(200_000);
        assertThat(drop.evidence().low()).isBetween(800_000.0, drop.evidence().expected());
        Task task = incidents().tasks(drop.id()).get(0);
        assertThat(task.owner()).isEqualTo("Chị Mai");
        assertThat(task.due()).contains(TODAY.plusDays(2));
        assertThat(task.text())
                .isEqualTo(Shipped.catalogue()
                        .findKpi("sales")
                        .orElseThrow()
                        .guide()
                        .actions()
                        .get(0)
                        .text());
    }

    @Test
    void itClosesByItselfWhenValuesAreAsTheyUsedToBe() {
        usual("leads", 400);
        value("leads", TODAY.minusDays(1), 40);
        refreshed();
        value("leads", TODAY, usual(400, TODAY));
        value("leads", TODAY.plusDays(1), usual(400, TODAY.plusDays(1)));
        today = TODAY.plusDays(2);
        refreshed();
        assertThat(incidents().open()).isEmpty();
        assertThat(incidents().closed(10)).extracting(Incident::ending).containsExactly(Optional.of(Ending.CALM));
    }

    @Test
    void whatTheSourceCorrectsIsClosedWithThatReason() {
        usual("leads", 400);
        value("leads", TODAY.minusDays(1), 40);
        refreshed();
        value("leads", TODAY.minusDays(1), usual(400, TODAY.minusDays(1)));
        refreshed();
        assertThat(incidents().closed(10)).extracting(Incident::ending).containsExactly(Optional.of(Ending.RESTATED));
    }

    @Test
    void whatSomebodySetAsideStaysSo() {
        usual("leads", 400);
        value("leads", TODAY.minusDays(1), 40);
        refreshed();
        incidents().setAside(incidents().open().get(0).id());
        refreshed();
        assertThat(incidents().open()).isEmpty();
        assertThat(incidents().closed(10)).hasSize(1);
    }

    @Test
    void aKpiThatIsNotWatchedHasNone() {
        usual("leads", 400);
        value("leads", TODAY.minusDays(1), 40);
        refreshed();
        choices.put(
                "leads", new KpiChoice(true, false, Optional.empty(), Optional.empty(), Optional.empty(), Map.of()));
        refreshed();
        assertThat(incidents().closed(10))
                .extracting(Incident::ending)
                .containsExactly(Optional.of(Ending.NOT_WATCHED));
        choices.clear();
        refreshed();
        assertThat(incidents().open()).hasSize(1);
    }

    @Test
    void aTargetThatIsMissedThreeDaysInARowIsAnIncidentAndOneDayIsNot() {
        choices.put(
                "leads", new KpiChoice(true, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("300"))));
        usual("leads", 400);
        refreshed();
        assertThat(incidents().open()).isEmpty();
        choices.put(
                "leads", new KpiChoice(true, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("500"))));
        refreshed();
        assertThat(incidents().open()).extracting(Incident::cause).containsExactly(Trigger.BELOW_TARGET);
        assertThat(incidents().tasks(incidents().open().get(0).id())).isNotEmpty();
    }

    @Test
    void aMissIsOverWhenTheTargetIsAnotherAndOpensAgainWithTheOldOne() {
        KpiChoice high = new KpiChoice(true, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("500")));
        choices.put("leads", high);
        usual("leads", 400);
        refreshed();
        choices.put(
                "leads", new KpiChoice(true, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("300"))));
        refreshed();
        assertThat(incidents().closed(10)).extracting(Incident::ending).containsExactly(Optional.of(Ending.NEW_TARGET));
        choices.put("leads", high);
        refreshed();
        assertThat(incidents().open()).hasSize(1);
    }

    @Test
    void aCostThatRisesIsAnIncidentOnlyWhereSalesAndLeadsDoNot() {
        usual("advertising-cost", 1_000_000);
        usual("sales", 9_000_000);
        value("advertising-cost", TODAY.minusDays(1), 2_000_000);
        refreshed();
        assertThat(incidents().open()).extracting(Incident::cause).containsExactly(Trigger.RISE_WITHOUT_RESULT);
        value("sales", TODAY.minusDays(1), 18_000_000);
        refreshed();
        assertThat(incidents().open()).isEmpty();
    }

    @Test
    void aSurgeOfVisitorsIsToldBecauseTheGuideSaysWhatToDoAboutIt() {
        usual("website-traffic", 5_000);
        value("website-traffic", TODAY.minusDays(1), 15_000);
        refreshed();
        assertThat(incidents().open()).extracting(Incident::cause).containsExactly(Trigger.RISE);
        usual("leads", 400);
        value("leads", TODAY.minusDays(1), 1_200);
        refreshed();
        assertThat(incidents().of("leads")).isEmpty();
    }

    @Test
    void aTaskKeepsWhoUntilWhenAndWhatCameOfIt() {
        usual("leads", 400);
        value("leads", TODAY.minusDays(1), 40);
        refreshed();
        Incident drop = incidents().open().get(0);
        Task task = incidents().tasks(drop.id()).get(0);
        incidents()
                .work(
                        task.id(),
                        new Incidents.Work("Lan", Optional.of(TODAY.plusDays(2)), Task.State.DONE, "Sửa biểu mẫu"),
                        TODAY);
        incidents().add(drop.id(), "Gọi cho nhà cung cấp", "Mai");
        assertThat(incidents().outcomes("leads")).singleElement().satisfies(done -> {
            assertThat(done.owner()).isEqualTo("Lan");
            assertThat(done.due()).contains(TODAY.plusDays(2));
            assertThat(done.outcome()).isEqualTo("Sửa biểu mẫu");
            assertThat(done.endedOn()).contains(TODAY);
        });
        assertThat(incidents().tasks(drop.id()))
                .extracting(each -> each.text().vi())
                .contains("Gọi cho nhà cung cấp");
    }

    @Test
    void noWorkspaceSeesTheIncidentsOfAnother() {
        usual("leads", 400);
        value("leads", TODAY.minusDays(1), 40);
        refreshed();
        long other = workspace("other");
        Incidents strangers = new Incidents(store, other, clock());
        long id = incidents().open().get(0).id();
        assertThat(strangers.open()).isEmpty();
        assertThat(strangers.find(id)).isEmpty();
        assertThat(strangers.tasks(id)).isEmpty();
        strangers.setAside(id);
        assertThat(incidents().open()).hasSize(1);
    }
}
