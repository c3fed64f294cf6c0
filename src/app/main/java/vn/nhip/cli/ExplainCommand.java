package vn.nhip.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nhip.app.PeriodName;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Kpi;
import vn.nhip.kpi.Explanation;

/** Walks back from a number to the lines of the files that it came from. */
@Command(
        name = "explain",
        description = "Walks back from a number: formula, numbers, metrics, facts, file and line.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  nhip explain sales 2026-11-20",
            "  nhip explain average-order-value 2026-W46 --facts 20",
            "  nhip explain customer-lifetime-value 2026-10"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "KPI", description = "The KPI's id.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "PERIOD", description = "2026-11-20, 2026-W46 or 2026-10.")
    private String period = "";

    @Option(
            names = "--facts",
            defaultValue = "5",
            description = "So many facts of each metric; default ${DEFAULT-VALUE}.")
    private int facts;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PeriodName asked = PeriodName.parse(period)
                .orElseThrow(
                        () -> new CommandException(
                                ExitCode.USAGE,
                                "'" + period
                                        + "' is no period. Write a day as 2026-11-20, an ISO week as 2026-W46, a month as 2026-10."));
        try (Workplace workplace = home.openToRead(surroundings)) {
            Kpi kpi = workplace
                    .catalogue()
                    .findKpi(id)
                    .orElseThrow(() -> new CommandException(
                            ExitCode.USAGE,
                            "No KPI '" + id + "'. Known: "
                                    + String.join(
                                            ", ", workplace.catalogue().kpis().keySet())));
            Optional<Explanation> found = workplace.explainer().explain(kpi, asked.grain(), asked.start(), facts);
            if (found.isEmpty()) {
                throw new CommandException(
                        ExitCode.FAILED,
                        "No value of '" + id + "' for " + period + ". It is offered by "
                                + kpi.grains().stream()
                                        .sorted()
                                        .map(grain -> grain.id())
                                        .toList()
                                + "; see: nhip kpi --kpi " + id);
            }
            surroundings.terminal().out().print(new ExplanationText(workplace).render(found.get(), ""));
            return ExitCode.DONE;
        }
    }
}
