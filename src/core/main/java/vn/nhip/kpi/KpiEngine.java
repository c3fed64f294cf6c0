package vn.nhip.kpi;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.metric.Changes;
import vn.nhip.metric.Coverage;
import vn.nhip.metric.IdentityRules;
import vn.nhip.metric.Marks;
import vn.nhip.metric.RollUps;
import vn.nhip.metric.Sources;
import vn.nhip.metric.Sql;
import vn.nhip.metric.Workspace;
import vn.nhip.spi.FactKind;
import vn.nhip.store.Store;

/**
 * Keeps roll-ups and KPI values equal to what the facts give.
 *
 * <p>One refresh is one transaction: what was marked is taken in, the periods it reaches are computed again, and only
 * values that differ are written. Also a day that passes, a source that reaches further, other settings and another
 * definition are seen. One thread at a time per workspace.
 */
public final class KpiEngine {

    /** What a refresh did. */
    public record Refreshed(long periods, long written, long restated) {}

    private final Store store;
    private final Catalogue catalogue;
    private final WorkspaceConfig config;
    private final Clock clock;
    private final Extras extras;
    private final RollUps rollUps;

    private record Extras(Map<String, KpiModel> models, IdentityRules identities) {}

    public KpiEngine(Store store, Catalogue catalogue, WorkspaceConfig config, Clock clock) {
        this(store, catalogue, config, clock, new Extras(Map.of(), IdentityRules.DEFAULT));
    }

    private KpiEngine(Store store, Catalogue catalogue, WorkspaceConfig config, Clock clock, Extras extras) {
        this.store = store;
        this.catalogue = catalogue;
        this.config = config;
        this.clock = clock;
        this.extras = extras;
        this.rollUps = new RollUps(catalogue, extras.identities());
    }

    /** The same engine that can answer formulas of these models, by name. */
    public KpiEngine withModels(Map<String, KpiModel> byName) {
        return new KpiEngine(store, catalogue, config, clock, new Extras(Map.copyOf(byName), extras.identities()));
    }

    /** The same engine with other rules for who is one customer. */
    public KpiEngine withIdentities(IdentityRules rules) {
        return new KpiEngine(store, catalogue, config, clock, new Extras(extras.models(), rules));
    }

    /** Takes in what changed since the last refresh. */
    public Refreshed refresh() {
        return run(false);
    }

    /** Makes all roll-ups and values anew, by the same steps. */
    public Refreshed recomputeAll() {
        return run(true);
    }

    private Refreshed run(boolean everything) {
        return store.write(handle -> {
            try (Sql sql = new Sql(handle)) {
                Workspace workspace = Workspace.find(sql, config, clock);
                if (everything) {
                    RollUps.markEverything(sql, workspace);
                }
                Marks marks = new Marks(sql, workspace);
                Sources sources = Sources.find(sql, workspace);
                Changes changes = rollUps.refresh(sql, workspace, sources, marks);
                Coverage.All coverage = Coverage.All.find(sql, workspace, sources);
                Scene scene = new Scene(catalogue, workspace, sources, coverage, present(sql, workspace));
                ValueWriter writer = new ValueWriter(sql, workspace, clock.instant(), cause(changes));
                return new Computation(sql, scene, extras.models(), writer).run(changes, marks);
            }
        });
    }

    private static String cause(Changes changes) {
        if (changes.causes().isEmpty()) {
            return changes.everything() ? "recompute-all" : "settings";
        }
        return changes.causes().stream().map(FactKind::id).collect(Collectors.joining(", ", "facts: ", ""));
    }

    /** Of the metrics whose mere presence decides something, those that have a number. */
    private Set<String> present(Sql sql, Workspace workspace) {
        Set<String> present = new HashSet<>();
        for (String metric : Presence.decides(catalogue)) {
            sql.each(
                    "SELECT metric FROM metric_day WHERE workspace_id = ? AND metric = ? LIMIT 1",
                    row -> present.add(row.getString(1)),
                    workspace.id(),
                    metric);
        }
        return present;
    }
}
