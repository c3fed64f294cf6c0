package vn.nhip.nights;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.config.Nights;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.connection.Credentials;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;
import vn.nhip.sync.Connectors;
import vn.nhip.sync.Opening;
import vn.nhip.sync.SyncEngine;
import vn.nhip.sync.SyncLimits;

/** One installation, put together as the program does it, on virtual time; every night stands in a workspace of its own. */
final class Household implements AutoCloseable {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 2);

    /** Half past two in Vietnam, on the sixteenth. */
    static final Instant FIRST_NIGHT = Instant.parse("2026-01-15T19:30:00Z");

    final VirtualTime time;
    final Platform<?> platform;
    final Store store;
    final Keys keys;
    final SyncEngine engine;
    private int workspaces;

    Household(Path folder, VirtualTime time, Platform<?> platform) {
        this.time = time;
        this.platform = platform;
        this.store = Store.sqlite(folder.resolve("nhip.db"));
        this.keys = Keys.open(folder.resolve("keys"), store);
        Credentials credentials =
                new Credentials(store, keys, time, platform.operator().providers());
        Opening opening = new Opening(Connectors.installed(), folder, credentials, platform.operator(), time);
        SyncLimits limits = new SyncLimits(8, Duration.ofSeconds(1), Duration.ofMinutes(2));
        this.engine = new SyncEngine(store, keys, time, opening, limits, time);
    }

    /** A workspace that has read nothing yet, on the evening of its first night. */
    Workspace workspace() {
        return workspace(false);
    }

    /** The same; whether it is to wait no longer than a second for an answer. */
    Workspace workspace(boolean impatient) {
        time.startOver(FIRST_NIGHT, platform::calls);
        workspaces++;
        return new Workspace(this, config("shop-" + workspaces, platform.settings(impatient)));
    }

    private WorkspaceConfig config(String id, Map<String, String> settings) {
        Currency currency = Currency.getInstance("VND");
        WorkspaceConfig.AccountConfig account = new WorkspaceConfig.AccountConfig(
                Workspace.ACCOUNT,
                Workspace.ACCOUNT,
                platform.connector(),
                SampleBusiness.ZONE,
                currency,
                settings,
                Optional.of(Workspace.CONNECTION),
                HeldBackLimit.DEFAULT);
        WorkspaceConfig.Calendar calendar =
                new WorkspaceConfig.Calendar(SampleBusiness.ZONE, currency, Optional.of(FIRST_DAY), Optional.empty());
        return new WorkspaceConfig(
                id,
                id,
                calendar,
                WorkspaceConfig.Language.EN,
                false,
                Map.of(account.name(), account),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Nights.DEFAULT);
    }

    List<String> rows(String sql, Object... values) {
        return store.read(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.map((row, context) -> {
                        StringBuilder text = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            text.append(i > 1 ? " " : "").append(row.getString(i));
                        }
                        return text.toString();
                    })
                    .list();
        });
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
