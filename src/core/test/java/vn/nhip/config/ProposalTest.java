package vn.nhip.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Shipped;
import vn.nhip.config.WorkspaceConfig.Language;

class ProposalTest {

    private final Catalogue catalogue = Shipped.catalogue();

    @Test
    void everyHeadlineHasAProposalAndARule() {
        Proposal proposal = proposal(setup(Setup.Goal.GROW_REVENUE, Setup.Industry.E_COMMERCE, ""));
        List<String> headlines = catalogue.headlines().stream().map(Kpi::id).toList();
        assertThat(proposal.kpis().keySet()).containsExactlyElementsOf(headlines);
        assertThat(SetupRules.kpis()).containsExactlyInAnyOrderElementsOf(headlines);
    }

    @Test
    void marketingThatWantsNewCustomersSeesTrafficAndLeadsButNotTheBooks() {
        Proposal proposal =
                proposal(setup(Setup.Goal.WIN_CUSTOMERS, Setup.Industry.E_COMMERCE, "", Setup.Department.MARKETING));
        assertThat(shown(proposal))
                .containsExactly(
                        "website-traffic",
                        "leads",
                        "conversion-rate",
                        "advertising-cost",
                        "new-customers",
                        "email-open-rate",
                        "email-click-through-rate",
                        "customer-acquisition-cost");
    }

    @Test
    void customerCareThatWantsSatisfactionSeesRetentionValueAndCsat() {
        Proposal proposal = proposal(
                setup(Setup.Goal.SATISFY_CUSTOMERS, Setup.Industry.MANUFACTURING, "", Setup.Department.CUSTOMER_CARE));
        assertThat(shown(proposal))
                .containsExactly("customer-retention-rate", "customer-lifetime-value", "customer-satisfaction");
    }

    @Test
    void severalGoalsShowTheKpisOfEach() {
        Setup both = new Setup(
                List.of(Setup.Goal.SATISFY_CUSTOMERS, Setup.Goal.WORK_EFFICIENTLY),
                Setup.Industry.OTHER,
                List.of(),
                "",
                List.of());
        assertThat(shown(proposal(both)))
                .contains("customer-satisfaction", "net-profit")
                .doesNotContain("leads");
    }

    @Test
    void theIndustryLeavesOutWhatItDoesNotHave() {
        Setup shop = setup(Setup.Goal.WIN_CUSTOMERS, Setup.Industry.RETAIL, "", Setup.Department.MARKETING);
        assertThat(shown(proposal(shop)))
                .doesNotContain("leads", "conversion-rate")
                .contains("new-customers");
    }

    @Test
    void everyAnswerProposesSomething() {
        for (Setup.Goal goal : Setup.Goal.values()) {
            for (Setup.Industry industry : Setup.Industry.values()) {
                assertThat(shown(proposal(setup(goal, industry, "")))).hasSizeGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void ownersAreRolesOfTheChosenDepartmentUnlessOneIsNamed() {
        Setup sales = setup(Setup.Goal.GROW_REVENUE, Setup.Industry.SERVICES, "", Setup.Department.SALES);
        assertThat(proposal(sales).kpis().get("leads"))
                .isEqualTo(new KpiChoice(
                        true, Optional.of("Trưởng nhóm bán hàng"), Optional.of("sales"), Optional.empty()));
        Setup named = setup(Setup.Goal.GROW_REVENUE, Setup.Industry.SERVICES, " Chủ cửa hàng ");
        assertThat(proposal(named).kpis().values())
                .allMatch(choice -> choice.owner().equals(Optional.of("Chủ cửa hàng")));
    }

    @Test
    void saysWhichDepartmentHasNoReadyKpi() {
        Setup setup = setup(
                Setup.Goal.GROW_REVENUE,
                Setup.Industry.MANUFACTURING,
                "",
                Setup.Department.PRODUCTION,
                Setup.Department.SALES);
        assertThat(proposal(setup).notes()).singleElement().satisfies(note -> assertThat(note.vi())
                .contains("Sản xuất"));
    }

    @ParameterizedTest
    @CsvSource({
        // KPI, serves the goal, recent values, target
        "new-customers, false, 90 100 110 120, 108", // median 105, 3 % more, half up
        "new-customers, true, 90 100 110 120, 116", // 115.5 half up
        "new-customers, true, 1 1 1 1 100 100 100 100 100 100 100 100, 110", // only the last eight
        "revenue, true, 12345678 12345678 12345678 12345678, 13600000", // three digits
        "email-open-rate, true, 0.02 0.02 0.03 0.03, 0.028",
        "customer-retention-rate, true, 0.95 0.95 0.95 0.95, 0.955", // a tenth of the gap to 1
        "customer-acquisition-cost, true, 100000 100000 100000 100000, 90000", // lower is better
        "advertising-cost, true, 7 7 7 7 7 7 7 7 7 7 7 7 7 7, 7", // a budget stays
        "net-profit, true, -1000 -1000 -1000 -1000, -900",
        "new-customers, true, 90 100 110, ''", // too little history
        "website-traffic, true, 5 5 5 5 5 5 5 5 5 5 5 5 5, ''", // less than two weeks of days
    })
    void aTargetIsTheMedianOfRecentPeriodsMadeBetter(String kpi, boolean servesGoal, String recent, String target) {
        List<BigDecimal> values =
                Arrays.stream(recent.split(" ", -1)).map(BigDecimal::new).toList();
        Optional<BigDecimal> proposed = Targets.advise(catalogue.findKpi(kpi).orElseThrow(), servesGoal, values)
                .target();
        assertThat(proposed.map(BigDecimal::toPlainString).orElse("")).isEqualTo(target);
    }

    @Test
    void historyGivesTargetsToTheKpisThatHaveIt() {
        Map<String, List<BigDecimal>> history = Map.of(
                "revenue", List.of(new BigDecimal(100), new BigDecimal(100), new BigDecimal(100), BigDecimal.TEN));
        Proposal proposal = Proposal.of(
                setup(Setup.Goal.GROW_REVENUE, Setup.Industry.RETAIL, ""),
                catalogue,
                Language.EN,
                kpi -> history.getOrDefault(kpi, List.of()));
        assertThat(Objects.requireNonNull(proposal.kpis().get("revenue")).target())
                .contains(new BigDecimal(110));
        assertThat(Objects.requireNonNull(proposal.kpis().get("sales")).target())
                .isEmpty();
    }

    @Test
    void eachProposalSaysWhyAndHowItsTargetWasFound() {
        Map<String, List<BigDecimal>> history = Map.of("leads", Collections.nCopies(60, BigDecimal.TEN));
        Proposal proposal = Proposal.of(
                setup(Setup.Goal.WIN_CUSTOMERS, Setup.Industry.RETAIL, "", Setup.Department.SALES),
                catalogue,
                Language.EN,
                kpi -> history.getOrDefault(kpi, List.of()));
        Proposal.Why leads = Objects.requireNonNull(proposal.reasons().get("leads"));
        assertThat(leads.goals()).containsExactly(Setup.Goal.WIN_CUSTOMERS);
        assertThat(leads.departments()).containsExactly(Setup.Department.SALES);
        assertThat(leads.unusual()).isTrue();
        assertThat(leads.advice())
                .isEqualTo(new Targets.Advice(
                        56, 14, new BigDecimal("0.10"), Optional.of(BigDecimal.TEN), Optional.of(new BigDecimal(11))));
        Proposal.Why profit = Objects.requireNonNull(proposal.reasons().get("net-profit"));
        assertThat(profit.goals()).isEmpty();
        assertThat(profit.departments()).isEmpty();
        assertThat(profit.advice().median()).isEmpty();
    }

    @Test
    void theFiveQuestionsStandInTheGuidesOrderInBothLanguages() {
        assertThat(SetupQuestion.ALL)
                .extracting(SetupQuestion::key)
                .containsExactly("goal", "industry", "departments", "responsible", "tools");
        assertThat(SetupQuestion.ALL)
                .allMatch(question -> !question.question().vi().isBlank()
                        && !question.question().en().isBlank()
                        && question.answers().stream()
                                .allMatch(answer -> !answer.label().vi().isBlank()));
    }

    private Proposal proposal(Setup setup) {
        return Proposal.of(setup, catalogue, Language.VI, kpi -> List.of());
    }

    private static Setup setup(
            Setup.Goal goal, Setup.Industry industry, String responsible, Setup.Department... departments) {
        return new Setup(List.of(goal), industry, List.of(departments), responsible, List.of());
    }

    private static List<String> shown(Proposal proposal) {
        return proposal.kpis().entrySet().stream()
                .filter(entry -> entry.getValue().show())
                .map(Map.Entry::getKey)
                .toList();
    }
}
