package vn.nhip.app;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.ChoiceText;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.Proposal;
import vn.nhip.config.Setup;
import vn.nhip.config.SetupText;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.incident.IncidentEngine;
import vn.nhip.incident.Incidents;
import vn.nhip.incident.Moves;
import vn.nhip.kpi.KpiValue;
import vn.nhip.note.Notes;
import vn.nhip.season.Pace;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;
import vn.nhip.why.Movements;
import vn.nhip.why.StoredNumbers;

/** What people do with the KPIs of a workspace: targets, incidents and their tasks, reviews. */
public final class Acts {

    private final Workplace workplace;
    private final Store store;
    private final long workspace;

    Acts(Workplace workplace, Store store, long workspace) {
        this.workplace = workplace;
        this.store = store;
        this.workspace = workspace;
    }

    public Incidents incidents() {
        return new Incidents(store, workspace, workplace.clock());
    }

    /** What people wrote beside the KPIs. */
    public Notes notes() {
        return new Notes(store, workspace, workplace.clock());
    }

    /** How values moved, and why. */
    public Movements movements() {
        String currency = workplace.config().calendar().currency().getCurrencyCode();
        return new Movements(workplace.catalogue(), new StoredNumbers(store, workspace, currency));
    }

    /** Brings the incidents up to date with the values. */
    void follow() {
        new IncidentEngine(store, workplace.catalogue(), workplace.config(), workplace.clock()).run();
    }

    /** What a team decides about its KPIs month by month. */
    public Reviewing reviewing() {
        return new Reviewing(workplace, store, workspace);
    }

    /** Writes what was decided about KPIs into {@code nhip.yaml}; it holds at once. */
    public void choose(Map<String, KpiChoice> choices) {
        write(choices);
        follow();
    }

    /** The same without looking at incidents again. */
    void write(Map<String, KpiChoice> choices) {
        String file = workplace.home().configFile().toString();
        workplace.rewrite(text -> ChoiceText.with(file, text, choices));
    }

    /** Writes the answers to the five questions, and what was made of them, in one step. */
    public void setUp(Setup setup, Map<String, KpiChoice> choices) {
        String file = workplace.home().configFile().toString();
        workplace.rewrite(text -> SetupText.with(file, ChoiceText.with(file, text, choices), setup));
        follow();
    }

    /** What is proposed to whoever answers so, with targets from what the business has reached. */
    public Proposal propose(Setup setup, Language language) {
        Map<String, List<BigDecimal>> recent = recentValues();
        return Proposal.of(setup, workplace.catalogue(), language, kpi -> recent.getOrDefault(kpi, List.of()));
    }

    /** How often the rule would have told of a KPI in the last 90 days. */
    public long backTest(Kpi kpi) {
        LocalDate today = workplace.today();
        List<KpiValue> values = workplace.values().find(kpi.id(), kpi.cadence(), today.minusYears(3), today);
        return Moves.episodes(kpi, values).stream()
                .filter(episode -> !episode.first().point().start().isBefore(today.minusDays(90)))
                .count();
    }

    /** How far the running week or month of a KPI should have come, where its days add up. */
    public Optional<Pace> pace(Kpi kpi, KpiValue running) {
        boolean adds = kpi.formula() instanceof Formula.Sum && kpi.grains().contains(Grain.DAY);
        if (!adds
                || running.grain() == Grain.DAY
                || running.standing().completeThrough().isEmpty()) {
            return Optional.empty();
        }
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        workplace
                .values()
                .find(kpi.id(), Grain.DAY, running.start().minusYears(3), running.end())
                .forEach(day -> day.value().ifPresent(value -> days.put(day.start(), value.doubleValue())));
        return Pace.of(
                days,
                running.start(),
                running.end(),
                running.standing().completeThrough().get());
    }

    /** Values of the last complete periods of each KPI that are like the next ones, oldest first. */
    public Map<String, List<BigDecimal>> recentValues() {
        LikePeriods periods = new LikePeriods(workplace.values(), workplace.today());
        Map<String, List<BigDecimal>> recent = new HashMap<>();
        workplace.catalogue().headlines().forEach(kpi -> recent.put(kpi.id(), periods.of(kpi)));
        return recent;
    }
}
