package vn.nhip.manifest.source;

import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.nhip.config.HeldBackLimit;
import vn.nhip.config.OperatorConfig;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.connection.Connections;
import vn.nhip.connection.Credential;
import vn.nhip.connection.Credentials;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.FactKind;
import vn.nhip.spi.Secret;
import vn.nhip.spi.Site;
import vn.nhip.store.Keys;
import vn.nhip.store.Store;
import vn.nhip.sync.Connectors;
import vn.nhip.sync.Opening;
import vn.nhip.sync.SyncEngine;
import vn.nhip.sync.SyncLimits;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncReport;
import vn.nhip.sync.SyncRequest;

/** A store that many workspaces share, each with one account, read by the real engine as every night. */
final class Night implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Currency DONG = Currency.getInstance("VND");
    private static final String ACCOUNT = "account";
    private static final Set<String> TECHNICAL =
            Set.of("workspace_id", "account_id", "origin", "version", "hash", "page_id", "at", "person_id", "live");

    final Hands clock;
    private final Store store;
    private final Keys keys;
    private final Path folder;
    private int workspaces;

    /** {@code today} is the morning on which everything is read. */
    Night(Path folder, Instant today) {
        this.folder = folder;
        this.clock = new Hands(today);
        this.store = Store.sqlite(folder.resolve("nhip.db"));
        this.keys = Keys.open(folder.resolve("keys"), store);
    }

    /** One workspace with one account of a source. */
    final class Shop implements AutoCloseable {

        private final ConnectorFactory factory;
        private final Sample sample;
        private final SyncEngine engine;
        private final WorkspaceConfig config;
        private final long workspace;

        private Shop(ConnectorFactory factory, Optional<URI> base, Sample sample, LocalDate since) {
            String id = factory.spec().id();
            OperatorConfig operator =
                    new OperatorConfig(Map.of(id, new Site(base, Optional.empty())), Map.of(), Optional.empty());
            Credentials credentials = new Credentials(store, keys, clock, Map.of());
            Opening opening = new Opening(new Connectors(List.of(factory)), folder, credentials, operator, clock);
            SyncLimits limits = new SyncLimits(8, Duration.ofMillis(200), Duration.ofMinutes(5));
            engine = new SyncEngine(store, keys, clock, opening, limits, clock);
            boolean connects = factory.spec().auth().isPresent();
            config = config("shop-" + ++workspaces, connects, sample, id, since);
            workspace = engine.workspace(config);
            this.factory = factory;
            this.sample = sample;
            reconnect();
        }

        /** Somebody gives the credential, for the first time or again. */
        void reconnect() {
            factory.spec().auth().ifPresent(auth -> connect(auth.provider()));
        }

        private WorkspaceConfig config(String name, boolean connects, Sample sample, String id, LocalDate since) {
            WorkspaceConfig.AccountConfig account = new WorkspaceConfig.AccountConfig(
                    ACCOUNT,
                    ACCOUNT,
                    id,
                    ZONE,
                    DONG,
                    connects ? sample.settings() : Map.of(),
                    connects ? Optional.of("key") : Optional.empty(),
                    HeldBackLimit.OFF);
            return new WorkspaceConfig(
                    name,
                    name,
                    new WorkspaceConfig.Calendar(ZONE, DONG, Optional.of(since), Optional.empty()),
                    WorkspaceConfig.Language.EN,
                    false,
                    Map.of(ACCOUNT, account),
                    Map.of(),
                    Map.of());
        }

        private void connect(String provider) {
            Map<String, Secret> secrets = new HashMap<>();
            sample.secrets().forEach((name, value) -> secrets.put(name, Secret.of(value)));
            new Connections(store, keys, clock, workspace)
                    .put("key", provider, Credential.token(Secret.of(sample.token()), secrets, Optional.empty()));
        }

        SyncReport sync() {
            return engine.start(config, ACCOUNT, SyncRequest.MANUAL.accepting(), SyncListener.SILENT)
                    .join();
        }

        /** Every fact that counts, by table, without what differs between two readings of the same. */
        Set<String> standing() {
            Set<String> rows = new TreeSet<>();
            for (FactKind kind : FactKind.values()) {
                String table = "fact_" + kind.id().replace('-', '_');
                boolean personal =
                        Set.of(FactKind.LEAD, FactKind.ORDER, FactKind.CUSTOMER).contains(kind);
                String person = personal
                        ? ", (SELECT keys FROM person p WHERE p.workspace_id = f.workspace_id AND p.id = f.person_id) who"
                        : "";
                rows.addAll(lines(
                        "SELECT f.*" + person + " FROM " + table + " f WHERE workspace_id = " + workspace
                                + " AND live = 1",
                        table));
            }
            return rows;
        }

        /** What is held back, with its reason. */
        Set<String> quarantined() {
            return lines("SELECT at, field, reason FROM quarantine WHERE workspace_id = " + workspace, "quarantine");
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    Shop shop(ConnectorFactory factory, URI base, Sample sample, LocalDate since) {
        return new Shop(factory, Optional.of(base), sample, since);
    }

    /** A workspace that was told the truth. */
    Shop told(Given given, Sample sample, LocalDate since) {
        return new Shop(given, Optional.empty(), sample, since);
    }

    private Set<String> lines(String sql, String table) {
        List<String> lines = store.read(handle ->
                handle.createQuery(sql).map((row, context) -> table + line(row)).list());
        return new TreeSet<>(lines);
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnName(i);
            if (!TECHNICAL.contains(name)) {
                line.append(' ').append(name).append('=').append(row.getString(i));
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        store.close();
    }
}
