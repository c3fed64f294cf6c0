package vn.nhip.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Metric;
import vn.nhip.catalogue.Unit;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

/** The report as read from a store that also holds another business. */
class ReportReaderTest {

    @TempDir
    Path folder;

    @Test
    void sqliteGivesTheReportOfTheWorkspaceAlone() {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            StoredShops.fill(store);
            assertReport(reader(store).read());
            assertThat(reader(store)
                            .read(new DayRange(StoredShops.DAY.plusDays(1), StoredShops.DAY.plusDays(1)))
                            .values())
                    .isEmpty();
        }
    }

    @Test
    void scorecardNeedsOnlyTheCurrentValuesAndThoseTheyAreComparedWith() {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            StoredShops.fill(store);
            Report few = reader(store).readScorecard();
            assertThat(Scorecard.of(few)).isEqualTo(Scorecard.of(reader(store).read()));
            assertThat(few.values()).extracting(KpiValue::grain).containsExactly(Grain.DAY);
            assertThat(reader(store).readSources())
                    .isEqualTo(reader(store).read().sources());
        }
    }

    @Test
    void postgresGivesTheSame() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Store store = Store.postgres(server.getJdbcUrl("postgres", "postgres"))) {
            StoredShops.fill(store);
            assertReport(reader(store).read());
        }
    }

    @Test
    void workspaceThatWasNeverSyncedIsEmpty() {
        try (Store store = Store.sqlite(folder.resolve("nhip.db"))) {
            Report report = reader(store).read();
            assertThat(report.values()).isEmpty();
            assertThat(report.sources()).hasSize(2).allMatch(source -> source.lastSuccess()
                    .isEmpty());
            assertThat(Scorecard.of(report)).hasSize(2).allMatch(line -> line.status() != Scorecard.Status.REACHED);
        }
    }

    private static void assertReport(Report report) {
        assertThat(report.exportedAt()).isEqualTo(Reports.NOW);
        assertThat(report.values())
                .extracting(KpiValue::kpi, KpiValue::grain, value -> value.of().value(), KpiValue::value)
                .containsExactly(
                        tuple("sales", Grain.DAY, "", Optional.of(new BigDecimal("12.5"))),
                        tuple("sales", Grain.MONTH, "", Optional.empty()),
                        tuple("sales", Grain.MONTH, "web", Optional.of(new BigDecimal("7"))));
        assertOrders(report);
        assertSources(report);
        assertThat(report.kpis()).extracting(Report.KpiLine::listed).containsExactly(true, false, true);
    }

    private static void assertOrders(Report report) {
        assertThat(report.channels())
                .containsExactly(new Report.ChannelMonth(
                        YearMonth.of(2026, 2),
                        "web",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(BigDecimal.ONE),
                        Optional.of(new BigDecimal("7"))));
        assertThat(report.reconciliation())
                .containsExactly(
                        new Report.Reconciliation(
                                YearMonth.of(2026, 2),
                                "pos",
                                "VND",
                                2,
                                new BigDecimal("150.5"),
                                1,
                                new BigDecimal("100"),
                                0),
                        new Report.Reconciliation(
                                YearMonth.of(2026, 2),
                                "crm",
                                "VND",
                                2,
                                new BigDecimal("140"),
                                1,
                                new BigDecimal("40"),
                                1));
        assertThat(report.reconciliation().get(1).difference()).isEqualByComparingTo("100");
    }

    private static void assertSources(Report report) {
        assertThat(report.sources())
                .containsExactly(
                        new Report.Source(
                                "pos",
                                "Máy bán hàng",
                                "files",
                                Optional.of(Reports.NOW),
                                Optional.of(StoredShops.DAY),
                                OptionalLong.of(2),
                                1,
                                ""),
                        new Report.Source(
                                "crm",
                                "CRM",
                                "files",
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.of(2),
                                0,
                                "cột Email bị thiếu"));
        Report.KpiLine sales = report.kpis().get(0);
        assertThat(sales.sources()).containsExactly("pos", "crm");
        assertThat(sales.syncedAt()).isEmpty();
        assertThat(sales.choice().target()).contains(new BigDecimal("20"));
    }

    private static ReportReader reader(Store store) {
        return new ReportReader(store, catalogue(), config(), Clock.fixed(Reports.NOW, ZoneOffset.UTC));
    }

    private static WorkspaceConfig config() {
        Map<String, WorkspaceConfig.AccountConfig> accounts = new LinkedHashMap<>();
        for (String name : List.of("pos", "crm")) {
            String title = name.equals("pos") ? "Máy bán hàng" : "CRM";
            accounts.put(
                    name,
                    new WorkspaceConfig.AccountConfig(
                            name, title, "files", Reports.ZONE, Currency.getInstance("VND"), Map.of()));
        }
        KpiChoice target = new KpiChoice(true, Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("20")));
        return new WorkspaceConfig(
                "minh-an",
                "Cửa hàng Minh An",
                new WorkspaceConfig.Calendar(
                        Reports.ZONE, Currency.getInstance("VND"), Optional.empty(), Optional.empty()),
                WorkspaceConfig.Language.VI,
                false,
                accounts,
                Map.of(FactKind.ORDER, List.of("pos", "crm")),
                Map.of("sales", target, "chosen-variant", KpiChoice.DEFAULT));
    }

    private static Catalogue catalogue() {
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        kpis.put("sales", kpi("sales", Optional.empty()));
        kpis.put("other-variant", kpi("other-variant", Optional.of("sales")));
        kpis.put("chosen-variant", kpi("chosen-variant", Optional.of("sales")));
        Metric net = new Metric("orders.net", FactKind.ORDER, "net", Map.of(), List.of("channel"), Unit.MONEY);
        return new Catalogue(Map.of("orders.net", net), kpis);
    }

    private static Kpi kpi(String id, Optional<String> variantOf) {
        Kpi shop = Reports.kpis().get(1).kpi();
        return new Kpi(
                id,
                1,
                shop.name(),
                Grain.DAY,
                Set.of(Grain.DAY, Grain.MONTH),
                Unit.MONEY,
                Kpi.Good.UP,
                new Formula.Sum(List.of(new Formula.Terms(
                        Formula.When.ALWAYS, List.of(new Formula.Term("orders.net", false)), Optional.empty()))),
                List.of("channel"),
                0,
                variantOf,
                shop.definition(),
                shop.guide());
    }
}
