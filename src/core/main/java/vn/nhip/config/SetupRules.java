package vn.nhip.config;

import static vn.nhip.config.Setup.Department.ACCOUNTING;
import static vn.nhip.config.Setup.Department.CUSTOMER_CARE;
import static vn.nhip.config.Setup.Department.MANAGEMENT;
import static vn.nhip.config.Setup.Department.MARKETING;
import static vn.nhip.config.Setup.Department.SALES;
import static vn.nhip.config.Setup.Goal.GROW_REVENUE;
import static vn.nhip.config.Setup.Goal.SATISFY_CUSTOMERS;
import static vn.nhip.config.Setup.Goal.WIN_CUSTOMERS;
import static vn.nhip.config.Setup.Goal.WORK_EFFICIENTLY;
import static vn.nhip.config.Setup.Industry.MANUFACTURING;
import static vn.nhip.config.Setup.Industry.RETAIL;
import static vn.nhip.config.Setup.Industry.SAAS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** For whom each of the guide's KPIs is: departments (the first is its home), goals, and industries without it. */
final class SetupRules {

    record Rule(List<Setup.Department> departments, Set<Setup.Goal> goals, Set<Setup.Industry> without) {}

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("website-traffic", rule(List.of(MARKETING), Set.of(WIN_CUSTOMERS), MANUFACTURING)),
            Map.entry("leads", rule(List.of(MARKETING, SALES), Set.of(WIN_CUSTOMERS), RETAIL)),
            Map.entry("sales", rule(List.of(SALES, MANAGEMENT), Set.of(GROW_REVENUE))),
            Map.entry(
                    "conversion-rate",
                    rule(List.of(MARKETING, SALES), Set.of(GROW_REVENUE, WIN_CUSTOMERS), RETAIL, MANUFACTURING)),
            Map.entry("advertising-cost", rule(List.of(MARKETING), Set.of(WORK_EFFICIENTLY, WIN_CUSTOMERS))),
            Map.entry("new-customers", rule(List.of(MARKETING, SALES), Set.of(GROW_REVENUE, WIN_CUSTOMERS))),
            Map.entry("customer-retention-rate", rule(List.of(CUSTOMER_CARE), Set.of(SATISFY_CUSTOMERS))),
            Map.entry("average-order-value", rule(List.of(SALES), Set.of(GROW_REVENUE), SAAS)),
            Map.entry("email-open-rate", rule(List.of(MARKETING), Set.of(SATISFY_CUSTOMERS), MANUFACTURING)),
            Map.entry("email-click-through-rate", rule(List.of(MARKETING), Set.of(SATISFY_CUSTOMERS), MANUFACTURING)),
            Map.entry("revenue", rule(List.of(ACCOUNTING, MANAGEMENT, SALES), Set.of(GROW_REVENUE, WORK_EFFICIENTLY))),
            Map.entry("net-profit", rule(List.of(ACCOUNTING, MANAGEMENT), Set.of(WORK_EFFICIENTLY, GROW_REVENUE))),
            Map.entry(
                    "customer-acquisition-cost",
                    rule(List.of(MARKETING, MANAGEMENT), Set.of(WORK_EFFICIENTLY, WIN_CUSTOMERS))),
            Map.entry(
                    "customer-lifetime-value",
                    rule(List.of(CUSTOMER_CARE, MANAGEMENT), Set.of(SATISFY_CUSTOMERS, GROW_REVENUE))),
            Map.entry("customer-satisfaction", rule(List.of(CUSTOMER_CARE), Set.of(SATISFY_CUSTOMERS))));

    private SetupRules() {}

    /** Nothing for KPIs that are not the guide's: those are always proposed. */
    static Optional<Rule> find(String kpi) {
        return Optional.ofNullable(RULES.get(kpi));
    }

    static Set<String> kpis() {
        return RULES.keySet();
    }

    private static Rule rule(List<Setup.Department> departments, Set<Setup.Goal> goals, Setup.Industry... without) {
        return new Rule(departments, goals, Set.of(without));
    }
}
