package vn.nhip.sync;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.Nights;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;

/** A workspace in a store, read by an engine whose clock stands still; account and connector have the same name. */
public final class ReportScene implements AutoCloseable {

    public static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");

    public final MovingClock clock;
    public final Store store;
    public final SyncEngine engine;
    public WorkspaceConfig config;

    private ReportScene(Store store, Path folder, MovingClock clock, ConnectorFactory... sources) {
        this.clock = clock;
        this.store = store;
        SyncLimits limits = new SyncLimits(8, Duration.ofMillis(200), Duration.ofMinutes(5));
        Keys keys = Keys.open(folder.resolve("keys"), store);
        this.engine = new SyncEngine(store, keys, clock, new Connectors(List.of(sources)), folder, limits, clock);
        this.config = config(
                SAIGON, Arrays.stream(sources).map(source -> source.spec().id()).toList());
    }

    public static ReportScene sqlite(Path folder, MovingClock clock, ConnectorFactory... sources) {
        return new ReportScene(Store.sqlite(folder.resolve("nhip.db")), folder, clock, sources);
    }

    public static ReportScene on(Store store, Path folder, MovingClock clock, ConnectorFactory... sources) {
        return new ReportScene(store, folder, clock, sources);
    }

    public static WorkspaceConfig config(ZoneId zone, List<String> accounts) {
        return config("shop", zone, zone, accounts);
    }

    public static WorkspaceConfig config(String id, ZoneId zone, ZoneId accountZone, List<String> accounts) {
        Currency currency = Currency.getInstance("VND");
        Map<String, WorkspaceConfig.AccountConfig> byName = new LinkedHashMap<>();
        accounts.forEach(name ->
                byName.put(name, new WorkspaceConfig.AccountConfig(name, name, name, accountZone, currency, Map.of())));
        Nights usual = Nights.DEFAULT;
        return new WorkspaceConfig(
                id,
                id,
                new WorkspaceConfig.Calendar(zone, currency, Optional.empty(), Optional.empty()),
                WorkspaceConfig.Language.EN,
                false,
                byName,
                Map.of(),
                Map.of(),
                Optional.empty(),
                new Nights(usual.at(), usual.jitter(), 3, usual.pace(), Optional.empty(), usual.receivers()));
    }

    public SyncReport sync(String account) {
        return engine.sync(config, account, SyncListener.SILENT);
    }

    public SyncReport sync(String account, SyncRequest request) {
        return engine.start(config, account, request, SyncListener.SILENT).join();
    }

    public void nextNight() {
        clock.sleep(Duration.ofDays(1));
    }

    /** The day that the account's clock shows. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(SAIGON));
    }

    public List<String> rows(String sql) {
        return store.read(handle -> handle.createQuery(sql)
                .map((row, context) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(i > 1 ? " " : "").append(row.getString(i));
                    }
                    return text.toString();
                })
                .list());
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
