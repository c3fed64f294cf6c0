package vn.nhip.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Rejected;
import vn.nhip.store.Keys;
import vn.nhip.store.Quarantine;
import vn.nhip.store.Store;
import vn.nhip.store.SuspiciousSlices;
import vn.nhip.store.Workspaces;

@SuppressWarnings("NullAway.Init") // set before each test
class SyncEngineTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-06-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final MadeUpSource source = new MadeUpSource(10);
    private final List<Duration> waits = new ArrayList<>();
    private long room = 1L << 30;
    private Store store;
    private Keys keys;
    private SyncEngine engine;

    @BeforeEach
    void open() {
        store = Store.sqlite(folder.resolve("nhip.db"));
        keys = Keys.open(folder.resolve("keys"), store);
        engine = new SyncEngine(
                store,
                keys,
                CLOCK,
                Opening.plain(store, keys, CLOCK, new Connectors(List.of(source)), folder),
                SyncLimits.DEFAULT,
                waits::add,
                file -> room);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyPageOfEveryFileIsReadOnceAndTold() {
        source.file("a.csv", "1", 25, Facts::answer).file("b.csv", "1", 5, i -> Facts.answer(100 + i));
        List<SyncListener.Progress> told = new ArrayList<>();
        SyncReport report = engine.sync(shop(), "pos", told::add);

        assertThat(report.errors()).isEmpty();
        assertThat(report.counts().facts()).isEqualTo(30);
        assertThat(report.counts().changed()).isEqualTo(30);
        assertThat(source.reads()).isEqualTo(4);
        assertThat(told.get(told.size() - 1)).isEqualTo(new SyncListener.Progress("pos", "b.csv", 30, true));
        assertThat(count("fact_survey_answer")).isEqualTo(30);
    }

    @Test
    void filesAreCompleteThroughTheNewestOfThemThoughAnOlderOneCameFirst() {
        source.file("a.csv", "1", 5, Facts::answer).file("b.csv", "1", 5, i -> Facts.answer(100_000 + i));
        engine.sync(shop(), "pos", SyncListener.SILENT);

        assertThat(rows("SELECT complete_through FROM stream")).containsExactly("2026-03-11");
    }

    @Test
    void anUnchangedFileIsNotReadAgain() {
        source.file("a.csv", "1", 25, Facts::answer);
        engine.sync(shop(), "pos", SyncListener.SILENT);
        int reads = source.reads();
        SyncReport again = engine.sync(shop(), "pos", SyncListener.SILENT);

        assertThat(source.reads()).isEqualTo(reads);
        assertThat(again.unchangedSlices()).isEqualTo(1);
        assertThat(again.counts().changed()).isZero();
    }

    @Test
    void aFileIsReadAgainWhenTheSettingsOfItsAccountChange() {
        source.file("a.csv", "1", 5, Facts::answer);
        engine.sync(shop(), "pos", SyncListener.SILENT);
        WorkspaceConfig moved = inZone(ZoneId.of("America/Los_Angeles"));
        SyncReport report = engine.sync(moved, "pos", SyncListener.SILENT);

        assertThat(report.counts().changed()).isEqualTo(5);
        assertThat(rows("SELECT DISTINCT day FROM fact_survey_answer")).containsExactly("2025-12-31");
        assertThat(rows("SELECT day FROM dirty_day WHERE kind = '*'")).containsExactly("*");
    }

    @Test
    void aFileThatFailsIsReportedAndTheOthersAreRead() {
        source.file("a.csv", "1", 5, i -> {
                    throw ConnectorException.data("a.csv is no table: no column has a name; choose another header-row");
                })
                .file("b.csv", "1", 5, i -> {
                    throw new IllegalStateException("a fault");
                })
                .file("c.csv", "1", 5, Facts::answer);
        SyncReport report = engine.sync(shop(), "pos", SyncListener.SILENT);

        assertThat(report.errors())
                .extracting(SyncError::slice, SyncError::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a.csv", "data"),
                        org.assertj.core.groups.Tuple.tuple("b.csv", "internal"));
        assertThat(report.errors().get(0).message()).contains("choose another header-row");
        assertThat(report.counts().facts()).isEqualTo(5);
        assertThat(rows("SELECT status FROM sync_run")).containsExactly("failed");
    }

    @Test
    void anAccountThatFailsDoesNotStopTheOthers() {
        source.file("a.csv", "1", 5, Facts::answer);
        WorkspaceConfig config = with(Workspace.of("shop", "pos", "web"), account("bad", "no-such-connector"));
        List<SyncReport> reports = engine.syncAll(config, SyncListener.SILENT);

        assertThat(reports).extracting(SyncReport::ok).containsExactly(true, true, false);
        assertThat(reports.get(2).errors().get(0).message()).contains("no-such-connector", "made-up");
    }

    @Test
    void aSourceThatIsAwayIsAskedAgainAFewTimesThenReported() {
        source.file("a.csv", "1", 5, i -> {
            throw new ConnectorException(
                    ConnectorException.Kind.THROTTLED, "too many calls", Optional.of(Duration.ofSeconds(7)), null);
        });
        SyncReport report = engine.sync(shop(), "pos", SyncListener.SILENT);

        assertThat(waits).hasSize(5).containsOnly(Duration.ofSeconds(7));
        assertThat(report.errors()).extracting(SyncError::kind).containsExactly("throttled");
    }

    @Test
    void aFileThatIsSuddenlyEmptyKeepsItsFactsUntilConfirmed() {
        source.file("a.csv", "1", 150, Facts::answer);
        engine.sync(shop(), "pos", SyncListener.SILENT);
        source.file("a.csv", "2", 0, Facts::answer);

        for (int night = 0; night < 2; night++) {
            SyncReport report = engine.sync(shop(), "pos", SyncListener.SILENT);
            assertThat(report.errors()).extracting(SyncError::kind).containsExactly("suspicious");
            assertThat(count("fact_survey_answer")).isEqualTo(150);
        }
        SuspiciousSlices suspicious = new SuspiciousSlices(store, workspace("shop"));
        assertThat(suspicious.list()).hasSize(1);
        assertThat(suspicious.confirm(suspicious.list().get(0).id())).isTrue();
        assertThat(engine.sync(shop(), "pos", SyncListener.SILENT).ok()).isTrue();
        assertThat(count("fact_survey_answer")).isZero();
    }

    @Test
    void nothingIsReadWhileTheDiskHasTooLittleRoom() {
        source.file("a.csv", "1", 5, Facts::answer);
        room = 511L << 20;
        SyncReport refused = engine.sync(shop(), "pos", SyncListener.SILENT);
        assertThat(refused.errors()).extracting(SyncError::kind).containsExactly(SyncError.DISK);
        assertThat(refused.errors().get(0).message()).contains("511 MB", "512 MB", "nhip.db", "Make room");
        assertThat(source.reads()).isZero();

        room = 512L << 20;
        assertThat(engine.sync(shop(), "pos", SyncListener.SILENT).ok()).isTrue();
    }

    @Test
    void aReplayReadsTheFileAgain() {
        Rejected rejected = new Rejected("line 3", "score", "x", "not a number", "a;x");
        source.file("a.csv", "1", 5, Facts::answer).rejecting("a.csv", List.of(rejected));
        engine.sync(shop(), "pos", SyncListener.SILENT);
        Quarantine quarantine = new Quarantine(store, keys, workspace("shop"));
        assertThat(quarantine.counts()).isEqualTo(Map.of("pos", 1L));
        Quarantine.Entry entry = quarantine.list(0, 10).get(0);
        assertThat(entry.value()).isEqualTo("x");
        assertThat(quarantine.find(entry.id())).contains(entry);

        source.file("a.csv", "1", 6, Facts::answer);
        assertThat(quarantine.replay(entry.id())).isTrue();
        assertThat(engine.sync(shop(), "pos", SyncListener.SILENT).counts().changed())
                .isEqualTo(1);
        assertThat(quarantine.list(0, 10)).isEmpty();
        assertThat(quarantine.replay(999)).isFalse();
    }

    @Test
    void workspacesNeverSeeEachOther() {
        source.file("a.csv", "1", 5, i -> Facts.order(i, 1));
        engine.sync(Workspace.of("first", "pos"), "pos", SyncListener.SILENT);
        engine.sync(Workspace.of("second", "pos"), "pos", SyncListener.SILENT);
        source.file("a.csv", "2", 3, i -> Facts.order(i, 2));
        engine.sync(Workspace.of("second", "pos"), "pos", SyncListener.SILENT);

        assertThat(rows("SELECT workspace_id || ' ' || COUNT(*) FROM fact_order GROUP BY workspace_id"))
                .containsExactly(workspace("first") + " 5", workspace("second") + " 3");
        assertThat(rows("SELECT COUNT(*) FROM person GROUP BY workspace_id")).containsExactly("5", "5");
        assertThat(new Quarantine(store, keys, workspace("first")).list(0, 10)).isEmpty();
    }

    private static WorkspaceConfig shop() {
        return Workspace.of("shop", "pos");
    }

    private static WorkspaceConfig with(WorkspaceConfig config, AccountConfig account) {
        Map<String, AccountConfig> accounts = new LinkedHashMap<>(config.accounts());
        accounts.put(account.name(), account);
        return new WorkspaceConfig(
                config.id(),
                config.name(),
                config.calendar(),
                config.language(),
                config.sample(),
                accounts,
                config.sourcesOfTruth(),
                config.kpis());
    }

    private static WorkspaceConfig inZone(ZoneId zone) {
        WorkspaceConfig config = shop();
        WorkspaceConfig.Calendar calendar =
                new WorkspaceConfig.Calendar(zone, config.calendar().currency(), Optional.empty(), Optional.empty());
        return new WorkspaceConfig(
                config.id(),
                config.name(),
                calendar,
                config.language(),
                config.sample(),
                config.accounts(),
                config.sourcesOfTruth(),
                config.kpis());
    }

    private static WorkspaceConfig.AccountConfig account(String name, String connector) {
        return new WorkspaceConfig.AccountConfig(
                name, name, connector, ZoneOffset.UTC, Currency.getInstance("VND"), Map.of());
    }

    private long workspace(String name) {
        return new Workspaces(store).find(name).orElseThrow();
    }

    private long count(String table) {
        return Long.parseLong(rows("SELECT COUNT(*) FROM " + table).get(0));
    }

    private List<String> rows(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
