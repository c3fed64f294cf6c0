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
 * Which KPIs to show, who owns them and what to aim for, as proposed from the setup; what the guide has no KPI for is
 * said in the notes.
 */
public record Proposal(Map<String, KpiChoice> kpis, List<Texts> notes) {

    public Proposal {
        kpis = new LinkedHashMap<>(kpis);
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
        for (Kpi kpi : catalogue.headlines()) {
            kpis.put(kpi.id(), choice(kpi, setup, language, history.apply(kpi.id())));
        }
        return new Proposal(kpis, notes(setup));
    }

    private static KpiChoice choice(Kpi kpi, Setup setup, WorkspaceConfig.Language language, List<BigDecimal> recent) {
        Optional<SetupRules.Rule> rule = SetupRules.find(kpi.id());
        Optional<Setup.Department> home = rule.map(found -> home(found, setup));
        String role = setup.responsible().isBlank()
                ? home.map(department -> language.of(department.role())).orElse("")
                : setup.responsible().strip();
        boolean isFocus = rule.filter(found -> servesGoal(found, setup)).isPresent();
        return new KpiChoice(
                rule.isEmpty() || isWanted(rule.get(), setup),
                Optional.of(role).filter(text -> !text.isEmpty()),
                home.map(Setup.Department::id),
                Targets.propose(kpi, isFocus, recent));
    }

    private static boolean isWanted(SetupRules.Rule rule, Setup setup) {
        boolean concerns =
                servesGoal(rule, setup) || rule.departments().stream().anyMatch(setup.departments()::contains);
        return concerns && !rule.without().contains(setup.industry());
    }

    private static boolean servesGoal(SetupRules.Rule rule, Setup setup) {
        return setup.goals().stream().anyMatch(rule.goals()::contains);
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
