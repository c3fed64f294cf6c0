package vn.nhip.incident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts;
import vn.nhip.catalogue.Texts.Trigger;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.WorkspaceConfig;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.metric.Sql;
import vn.nhip.metric.Workspace;
import vn.nhip.store.Store;

/**
 * Keeps incidents equal to what the published values say, after every refresh.
 *
 * <p>The past is judged anew each time: a restated value changes or ends what it had opened. An incident opens once,
 * may grow worse, and closes; what began long before anybody watched is not opened any more.
 */
public final class IncidentEngine {

    private static final int YEARS = 3;
    private static final int DAYS_NEW = 14;

    private final Store store;
    private final Catalogue catalogue;
    private final WorkspaceConfig config;
    private final Clock clock;

    public IncidentEngine(Store store, Catalogue catalogue, WorkspaceConfig config, Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.config = config;
        this.clock = clock;
    }

    /** Opens, follows and closes; what is written is one transaction. */
    public void run() {
        Workspace workspace = store.read(handle -> {
            try (Sql sql = new Sql(handle)) {
                return Workspace.find(sql, config, clock);
            }
        });
        Map<Kpi, List<Signal>> signals = signals(workspace);
        store.write(handle -> {
            try (Sql sql = new Sql(handle)) {
                IncidentWriter writer = new IncidentWriter(sql, workspace.id(), clock.instant());
                signals.forEach((kpi, found) -> settle(kpi, found, writer, workspace.today()));
                return true;
            }
        });
    }

    private Map<Kpi, List<Signal>> signals(Workspace workspace) {
        Map<String, List<KpiValue>> read = new HashMap<>();
        KpiValues values = new KpiValues(store, workspace.id());
        Map<Kpi, List<Signal>> signals = new LinkedHashMap<>();
        for (Kpi kpi : catalogue.kpis().values()) {
            signals.put(kpi, watched(kpi) ? signals(kpi, values, read, workspace.today()) : List.of());
        }
        return signals;
    }

    /** Headline KPIs and those that the workspace chose, while they are shown. */
    private boolean watched(Kpi kpi) {
        KpiChoice choice = config.choice(kpi.id());
        boolean listed = kpi.variantOf().isEmpty() || config.kpis().containsKey(kpi.id());
        return listed && choice.show() && choice.watch();
    }

    private List<Signal> signals(Kpi kpi, KpiValues values, Map<String, List<KpiValue>> read, LocalDate today) {
        List<KpiValue> own = read(kpi.id(), kpi, values, read, today);
        Results results = new Results(id -> read(id, kpi, values, read, today));
        List<Signal> signals = new ArrayList<>(Moves.of(kpi, own, results));
        KpiChoice choice = config.choice(kpi.id());
        signals.addAll(Misses.of(kpi, own, choice::target));
        return signals;
    }

    private static List<KpiValue> read(
            String id, Kpi at, KpiValues values, Map<String, List<KpiValue>> read, LocalDate today) {
        return read.computeIfAbsent(
                id + "/" + at.cadence(), key -> values.find(id, at.cadence(), today.minusYears(YEARS), today));
    }

    private void settle(Kpi kpi, List<Signal> signals, IncidentWriter writer, LocalDate today) {
        List<Incident> kept = writer.of(kpi.id());
        List<Signal> fresh = new ArrayList<>(signals);
        for (Incident incident : kept) {
            Optional<Signal> signal = signals.stream()
                    .filter(each -> each.cause() == incident.cause() && each.touches(incident.start(), incident.last()))
                    .reduce((first, later) -> later);
            signal.ifPresent(fresh::remove);
            settle(kpi, incident, signal, writer);
        }
        fresh.stream()
                .filter(signal -> signal.ending().isEmpty() || !signal.start().isBefore(today.minusDays(DAYS_NEW)))
                .forEach(signal -> writer.open(signal, tasks(kpi, signal.cause(), today)));
    }

    private void settle(Kpi kpi, Incident incident, Optional<Signal> signal, IncidentWriter writer) {
        boolean leftAlone =
                incident.ending().filter(ending -> !ending.mayReopen()).isPresent();
        if (leftAlone) {
            return;
        }
        if (signal.isPresent()) {
            writer.follow(incident, signal.get());
        } else if (incident.open()) {
            writer.close(incident, gone(kpi, incident));
        }
    }

    /** Why nothing speaks for an incident any more. */
    private Ending gone(Kpi kpi, Incident incident) {
        if (!watched(kpi)) {
            return Ending.NOT_WATCHED;
        }
        boolean sameAim = config.choice(kpi.id())
                .target(incident.last())
                .filter(target -> target.doubleValue() == incident.evidence().expected())
                .isPresent();
        return incident.cause() == Trigger.BELOW_TARGET && !sameAim ? Ending.NEW_TARGET : Ending.RESTATED;
    }

    /** The guide's actions, each for the KPI's owner and until a day that whoever does it may move. */
    private List<Task.Plan> tasks(Kpi kpi, Trigger cause, LocalDate today) {
        String owner = config.choice(kpi.id()).owner().orElse("");
        int days =
                switch (kpi.cadence()) {
                    case DAY -> 2;
                    case WEEK -> 7;
                    case MONTH -> 14;
                };
        return actions(kpi, cause).stream()
                .map(action -> new Task.Plan(action, owner, Optional.of(today.plusDays(days))))
                .toList();
    }

    /** What the guide says to do; where it says nothing of a missed target, what it says of the unwelcome move. */
    private List<Texts> actions(Kpi kpi, Trigger cause) {
        List<Texts> named = actionsOf(kpi, cause);
        if (!named.isEmpty() || cause != Trigger.BELOW_TARGET) {
            return named;
        }
        return actionsOf(kpi, kpi.good() == Kpi.Good.DOWN ? Trigger.RISE : Trigger.DROP);
    }

    private static List<Texts> actionsOf(Kpi kpi, Trigger cause) {
        return kpi.guide().actions().stream()
                .filter(action -> action.trigger() == cause)
                .map(Texts.Action::text)
                .toList();
    }
}
