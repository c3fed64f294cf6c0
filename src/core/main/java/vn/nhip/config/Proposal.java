package vn.nhip.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts;

/**
 * Which KPIs to show, who owns them and what to aim for, as proposed from the setup, and why; what the guide has no KPI for
 * is said in the notes.
 */
public record Proposal(Map<String, KpiChoice> kpis, Map<String, Why> reasons, List<Texts> notes) {

    /**
     * Why a KPI is proposed as it is: the chosen goals that it serves, the chosen departments that it is for, and how its
     * target was found.
     *
     * <p>Shape: {@code ruled} says whether the guide's KPI it is; {@code unusual} that businesses of the industry do without.
     */
    public record Why(
            boolean ruled,
            List<Setup.Goal> goals,
            List<Setup.Department> departments,
            boolean unusual,
            Targets.Advice advice) {

        boolean wanted() {
            return !ruled || (!unusual && !(goals.isEmpty() && departments.isEmpty()));
        }
    }

    public Proposal {
        kpis = new LinkedHashMap<>(kpis);
        reasons = Map.copyOf(reasons);
        notes = List.copyOf(notes);
    }

    /**
     * A proposal for every headline KPI of the catalogue.
     *
     * @param history the recent values of a KPI for comparable, complete periods of its cadence, oldest first; empty
     *     where there are none, and then there is no target
     */
    public static Proposal of(
            Setup setup,
            Catalogue catalogue,
            WorkspaceConfig.Language language,
            Function<String, List<BigDecimal>> history) {
        Map<String, KpiChoice> kpis = new LinkedHashMap<>();
        Map<String, Why> reasons = new LinkedHashMap<>();
        for (Kpi kpi : catalogue.headlines()) {
            Why why = why(kpi, setup, history.apply(kpi.id()));
            reasons.put(kpi.id(), why);
            kpis.put(kpi.id(), choice(kpi, why, setup, language));
        }
        return new Proposal(kpis, reasons, notes(setup));
    }

    private static Why why(Kpi kpi, Setup setup, List<BigDecimal> recent) {
        Optional<SetupRules.Rule> rule = SetupRules.find(kpi.id());
        List<Setup.Goal> goals = rule.map(found ->
                        setup.goals().stream().filter(found.goals()::contains).toList())
                .orElse(List.of());
        return new Why(
                rule.isPresent(),
                goals,
                rule.map(found -> found.departments().stream()
                                .filter(setup.departments()::contains)
                                .toList())
                        .orElse(List.of()),
                rule.filter(found -> found.without().contains(setup.industry())).isPresent(),
                Targets.advise(kpi, !goals.isEmpty(), recent));
    }

    private static KpiChoice choice(Kpi kpi, Why why, Setup setup, WorkspaceConfig.Language language) {
        Optional<Setup.Department> home = SetupRules.find(kpi.id()).map(found -> home(found, setup));
        String role = setup.responsible().isBlank()
                ? home.map(department -> language.of(department.role())).orElse("")
                : setup.responsible().strip();
        return new KpiChoice(
                why.wanted(),
                Optional.of(role).filter(text -> !text.isEmpty()),
                home.map(Setup.Department::id),
                why.advice().target());
    }

    private static Setup.Department home(SetupRules.Rule rule, Setup setup) {
        return rule.departments().stream()
                .filter(setup.departments()::contains)
                .findFirst()
                .orElse(rule.departments().get(0));
    }

    private static List<Texts> notes(Setup setup) {
        List<Texts> notes = new ArrayList<>();
        for (Setup.Department department : setup.departments()) {
            boolean hasKpis = SetupRules.kpis().stream()
                    .flatMap(id -> SetupRules.find(id).stream())
                    .anyMatch(rule -> rule.departments().contains(department));
            if (!hasKpis) {
                notes.add(new Texts(
                        "Chưa có KPI sẵn cho bộ phận " + department.label().vi()
                                + ": hãy thêm tệp KPI riêng vào config/kpis/.",
                        "There is no ready KPI for the department "
                                + department.label().en() + ": add your own file to config/kpis/."));
            }
        }
        return notes;
    }
}
