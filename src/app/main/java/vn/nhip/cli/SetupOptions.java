package vn.nhip.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nhip.config.Setup;
import vn.nhip.config.SetupQuestion;

/** The answers to the guide's five questions: given as options, or asked. */
final class SetupOptions {

    @Option(
            names = "--goals",
            split = ",",
            description = "grow-revenue, win-customers, satisfy-customers, work-efficiently.")
    private List<String> goals = List.of();

    @Option(names = "--industry", description = "e-commerce, retail, saas, manufacturing, services or other.")
    private @Nullable String industry;

    @Option(
            names = "--departments",
            split = ",",
            description = "marketing, sales, customer-care, accounting, management …")
    private List<String> departments = List.of();

    @Option(names = "--responsible", description = "The role that follows the KPIs; empty: each department its own.")
    private @Nullable String responsible;

    @Option(
            names = "--tools",
            split = ",",
            description = "google-analytics, ad-platforms, crm, pos … or any other name.")
    private List<String> tools = List.of();

    Setup ask(Questions questions, Optional<Setup> earlier) {
        List<SetupQuestion> five = SetupQuestion.ALL;
        return new Setup(
                chosen(
                        Setup.Goal.values(),
                        questions.choose(
                                five.get(0),
                                goals,
                                earlier.map(Setup::goals).orElse(List.of(Setup.Goal.GROW_REVENUE)))),
                chosen(
                                Setup.Industry.values(),
                                questions.choose(
                                        five.get(1),
                                        industry == null ? List.of() : List.of(industry),
                                        List.of(earlier.map(Setup::industry).orElse(Setup.Industry.E_COMMERCE))))
                        .get(0),
                chosen(
                        Setup.Department.values(),
                        questions.choose(
                                five.get(2),
                                departments,
                                earlier.map(Setup::departments)
                                        .orElse(List.of(Setup.Department.MARKETING, Setup.Department.SALES)))),
                questions.text(
                        responsible == null ? earlier.map(Setup::responsible).orElse("") : responsible,
                        five.get(3).question(),
                        responsible != null),
                tools.isEmpty() ? questions.chooseTools(five.get(4), earlier.map(Setup::tools)) : tools);
    }

    private static <A extends Setup.Answer> List<A> chosen(A[] answers, List<String> ids) {
        return Arrays.stream(answers)
                .filter(answer -> ids.contains(answer.id()))
                .toList();
    }
}
