package vn.nhip.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.CatalogueFiles;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.ConfigFile;
import vn.nhip.config.Nights;
import vn.nhip.config.OperatorConfig;
import vn.nhip.config.OperatorFile;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.connection.Connections;
import vn.nhip.connection.Credentials;
import vn.nhip.export.Exporter;
import vn.nhip.export.Report;
import vn.nhip.export.ReportReader;
import vn.nhip.handout.Handouts;
import vn.nhip.kit.yaml.YamlException;
import vn.nhip.kpi.Explainer;
import vn.nhip.kpi.KpiEngine;
import vn.nhip.kpi.KpiValues;
import vn.nhip.kpi.LifetimeModel;
import vn.nhip.login.Logins;
import vn.nhip.schedule.NightShift;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Grain;
import vn.nhip.store.Inbox;
import vn.nhip.store.Keys;
import vn.nhip.store.Notice;
import vn.nhip.store.Notices;
import vn.nhip.store.Outbox;
import vn.nhip.store.PageLedger;
import vn.nhip.store.Quarantine;
import vn.nhip.store.RunHistory;
import vn.nhip.store.Store;
import vn.nhip.store.StoreException;
import vn.nhip.store.Workspaces;
import vn.nhip.sync.Connectors;
import vn.nhip.sync.Opening;
import vn.nhip.sync.Sleeper;
import vn.nhip.sync.SyncEngine;
import vn.nhip.sync.SyncLimits;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncReport;
import vn.nhip.sync.SyncRequest;

/** One workspace with everything that works on it, opened together. */
public final class Workplace implements AutoCloseable {

    private final Home home;
    private final Clock clock;
    private volatile WorkspaceConfig config;
    private final Catalogue catalogue;
    private final Store store;
    private final Keys keys;
    private final Credentials credentials;
    private final Opening opening;
    private final SyncEngine engine;
    private final long id;
    private final Telling telling;
    private final Handouts handouts;
    private final MorningMail morningMail;

    private Workplace(Home home, Clock clock, WorkspaceConfig config, Catalogue catalogue, Store store) {
        OperatorConfig operator = OperatorFile.read(home.operatorFile());
        this.home = home;
        this.clock = clock;
        this.config = config;
        this.catalogue = catalogue;
        this.store = store;
        this.keys = Keys.open(home.keys(), store);
        Nights.Pace pace = config.nights().pace();
        this.credentials = new Credentials(store, keys, clock, operator.providers());
        this.opening = new Opening(
                Connectors.installed(home.connectorFolders()),
                home.folder(),
                credentials,
                operator,
                clock,
                (workspace, account) -> new Inbox(store, keys, workspace).of(account));
        this.engine = new SyncEngine(
                store,
                keys,
                clock,
                opening,
                SyncLimits.DEFAULT.with(pace.sideBySide(), pace.perAccount()),
                Sleeper.REAL);
        this.id = store.besideAnother() ? known(store, config) : engine.workspace(config);
        Channels channels = new Channels(credentials, operator, clock, id);
        this.telling = new Telling(new Outbox(store, clock, id), channels.of(config), new NoticeWords(config), clock);
        this.handouts = Handouts.of(store, id, clock);
        this.morningMail = new MorningMail(this, channels);
    }

    /**
     * Opens what the home holds.
     *
     * @throws YamlException when a file that the user writes is wrong
     */
    public static Workplace open(Home home, Clock clock) {
        return open(home, clock, Store::sqlite);
    }

    /** The same to read only: also while the service works on it. */
    public static Workplace openToRead(Home home, Clock clock) {
        return open(home, clock, Store::sqliteToRead);
    }

    private static Workplace open(Home home, Clock clock, Function<Path, Store> database) {
        WorkspaceConfig config = readConfig(home);
        Catalogue catalogue =
                CatalogueFiles.read(home.catalogueFolders(), config.calendar().activeWindowDays());
        ConfigFile.check(home.configFile(), catalogue);
        Channels.check(home, config);
        return new Workplace(home, clock, config, catalogue, database.apply(home.database()));
    }

    private static long known(Store store, WorkspaceConfig config) {
        return new Workspaces(store)
                .find(config.id())
                .orElseThrow(() -> new StoreException("The running service does not know the workspace '" + config.id()
                        + "' of nhip.yaml yet. Restart it."));
    }

    static WorkspaceConfig readConfig(Home home) {
        if (!Files.isRegularFile(home.configFile())) {
            throw new YamlException(
                    List.of(home.configFile() + ": is missing; run 'nhip init', or 'nhip demo' to look around first"));
        }
        return ConfigFile.read(home.configFile());
    }

    public Clock clock() {
        return clock;
    }

    public Home home() {
        return home;
    }

    public WorkspaceConfig config() {
        return config;
    }

    /** Takes over another text of {@code nhip.yaml} if it is right, and then writes it. */
    synchronized void rewrite(UnaryOperator<String> edit) {
        String text = edit.apply(ConfigFile.text(home.configFile()));
        WorkspaceConfig fresh = ConfigFile.parse(home.configFile().toString(), text);
        ConfigFile.check(home.configFile().toString(), text, catalogue);
        ConfigFile.write(home.configFile(), text);
        config = fresh;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** What people are told, and whether it reached them. */
    public Telling telling() {
        return telling;
    }

    /** What leaves the house. */
    public Handouts handouts() {
        return handouts;
    }

    /** The numbers by mail. */
    public MorningMail morningMail() {
        return morningMail;
    }

    /** The connectors that there are: in code, shipped as folders, and the operator's own. */
    public Connectors connectors() {
        return opening.connectors();
    }

    /** Leaves a notice for whoever wants to know; the same occasion once. */
    void notice(Notice notice) {
        new Notices(store, clock).record(id, notice);
    }

    /** The date in the business zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), config.calendar().zone());
    }

    /** Makes, lists and ends connections. */
    public Connecting connecting() {
        return new Connecting(new Connections(store, keys, clock, id), credentials, opening, id);
    }

    /** Looks at sources without keeping anything, and takes accounts in. */
    public Onboarding onboarding() {
        return new Onboarding(this, opening, id);
    }

    /** Files that people send. */
    public Filing filing() {
        return new Filing(this, opening, id);
    }

    /** Numbers that people type. */
    public HandNumbers handNumbers() {
        return new HandNumbers(this, store, id);
    }

    /** Which accounts count for what. */
    public Truth truth() {
        return new Truth(this, store, id);
    }

    /** The account of this name, which there must be. */
    public AccountConfig account(String name) {
        return Objects.requireNonNull(config.accounts().get(name), name);
    }

    /** What sources send of their own accord, on its way in. */
    public Inboxes inboxes() {
        return new Inboxes(opening, inbox(), config, clock, id);
    }

    private Inbox inbox() {
        return new Inbox(store, keys, id);
    }

    public Quarantine quarantine() {
        return new Quarantine(store, keys, id);
    }

    /** The way back from a value. */
    public Explainer explainer() {
        return new Explainer(store, catalogue, config, clock, new PageLedger(store, keys, id));
    }

    /** Reads accounts, side by side; what goes wrong stands in the reports. A night that is due is done by this. */
    public List<SyncReport> sync(Collection<String> accounts, SyncRequest request, SyncListener listener) {
        Instant started = clock.instant();
        List<SyncReport> reports = engine.syncAll(config, accounts, request, listener);
        if (request.days().isEmpty()) {
            NightShift nights = nightShift(Runnable::run);
            reports.stream()
                    .filter(report -> report.ok() && report.waitingUntil().isEmpty())
                    .forEach(report -> nights.covered(report.account(), started));
        }
        return reports;
    }

    /** The last runs, newest first. */
    public List<RunHistory.Entry> runs(int most) {
        return new RunHistory(store, id).last(most);
    }

    /** What is done unattended; the chores on {@code desk}, one at a time. */
    public NightShift nightShift(Executor desk) {
        return new NightShift(store, clock, this::config, engine, new MorningChores(this), desk);
    }

    /** Ends what is being read, after its present page. */
    void stopReading() {
        engine.close();
    }

    /** Forgets raw bodies of pages, and files that nobody took in, whose time is over. */
    void tidyUp() {
        new PageLedger(store, keys, id).expire(clock);
        inbox().expire(clock);
        filing().drafts().tidyUp();
    }

    /** What there is to do about reading, beside reading itself. */
    public Syncing syncing() {
        return new Syncing(this, engine, store, id);
    }

    /** Brings roll-ups and KPI values up to date with the facts. */
    public void refresh() {
        new KpiEngine(store, catalogue, config, clock)
                .withModels(Map.of(Formula.Model.BGNBD_12_MONTHS, new LifetimeModel()))
                .refresh();
        acts().follow();
    }

    /** Everything that a screen, a table or a workbook shows. */
    public Report report() {
        return reader().read();
    }

    /** The same of the periods that start in these days. */
    public Report report(DayRange starts) {
        return reader().read(starts);
    }

    /** Targets, incidents and what is done about them. */
    public Acts acts() {
        return new Acts(this, store, id);
    }

    /** Totals of these KPIs, each at one grain: no breakdowns, channels and reconciliation. */
    public Report totals(Collection<Kpi> kpis, Function<Kpi, Grain> grain) {
        return reader().readTotals(kpis, grain);
    }

    /** The same of the periods that start on this day or later. */
    public Report totals(Collection<Kpi> kpis, Function<Kpi, Grain> grain, LocalDate from) {
        return reader().readTotals(kpis, grain, from);
    }

    /** The published values, with their breakdowns and restatements. */
    public KpiValues values() {
        return new KpiValues(store, id);
    }

    /** Who may open the screen. */
    public Logins logins() {
        return Logins.of(store, id, clock);
    }

    /** Grows with every change of the store by this process. */
    public long changes() {
        return store.changes();
    }

    /** The report of what the scorecard shows, and nothing more. */
    public Report scorecard() {
        return reader().readScorecard();
    }

    /** How fresh each account is and how much it gave. */
    public List<Report.Source> sources() {
        return reader().readSources();
    }

    private ReportReader reader() {
        return new ReportReader(store, catalogue, config, clock);
    }

    /** Writes one file and returns where it lies. */
    public Path export(Exporter.Format format, Optional<Path> target) {
        Path file = target.orElseGet(() -> home.exports().resolve(Exporter.fileName(config, format, clock)));
        Exporter.write(report(), format, file);
        return file;
    }

    /** Ends what is being read, and closes the store. */
    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
