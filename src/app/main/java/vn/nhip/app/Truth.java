package vn.nhip.app;

import java.util.List;
import java.util.Set;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.TruthText;
import vn.nhip.export.KpiFacts;
import vn.nhip.metric.Giving;
import vn.nhip.spi.FactKind;
import vn.nhip.store.Store;

/** Which accounts count for what: looked at, and decided in {@code nhip.yaml}. */
public final class Truth {

    /** How far back it is looked whether accounts give the same. */
    public static final int DAYS = 90;

    private final Workplace workplace;
    private final Store store;
    private final long workspace;

    Truth(Workplace workplace, Store store, long workspace) {
        this.workplace = workplace;
        this.store = store;
        this.workspace = workspace;
    }

    /** Every kind of fact that some account gives. */
    public List<Giving.Kind> kinds() {
        return new Giving(store, workspace)
                .kinds(workplace.config(), workplace.clock(), workplace.today().minusDays(DAYS));
    }

    /** The shown KPIs that are made of a kind. */
    public List<Kpi> kpis(FactKind kind) {
        return workplace.catalogue().headlines().stream()
                .filter(kpi -> facts(kpi).contains(kind))
                .toList();
    }

    private Set<FactKind> facts(Kpi kpi) {
        return new KpiFacts(workplace.catalogue()).of(kpi);
    }

    /**
     * Names the accounts that count, the strongest first; with none the usual rule holds. Values are computed anew at the
     * next refresh.
     *
     * @throws vn.nhip.kit.yaml.YamlException when {@code nhip.yaml} is laid out so that it cannot be written
     */
    public void choose(FactKind kind, List<String> accounts) {
        String file = workplace.home().configFile().toString();
        workplace.rewrite(text -> TruthText.with(file, text, kind, accounts));
        workplace.syncing().noteSettings();
    }
}
