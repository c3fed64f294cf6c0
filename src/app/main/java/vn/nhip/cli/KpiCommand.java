package vn.nhip.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhip.api.ValuesJson;
import vn.nhip.app.Workplace;
import vn.nhip.catalogue.Catalogue;
import vn.nhip.catalogue.Kpi;
import vn.nhip.export.Report;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** Prints KPI values: the last complete period of each, or every period of a range. */
@Command(
        name = "kpi",
        description = "Prints the KPIs: the last complete period of each, or every period of a range.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  nhip kpi",
            "  nhip kpi --cadence week --from 2026-10-01 --to 2026-11-15",
            "  nhip kpi --kpi sales --cadence month --json"
        })
final class KpiCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--cadence", description = "day, week or month; default: each KPI's own.")
    private @Nullable Grain cadence;

    @Option(names = "--from", paramLabel = "DAY", description = "First day, as 2026-10-01.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, included.")
    private @Nullable LocalDate to;

    @Option(names = "--kpi", paramLabel = "ID", split = ",", description = "Only these KPIs, variants too.")
    private List<String> ids = List.of();

    @Option(names = "--json", description = "Print JSON for scripts: exact values, nothing rounded.")
    private boolean json;

    KpiCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = home.openToRead(surroundings)) {
            if (!json && cadence == null && from == null && to == null && ids.isEmpty()) {
                surroundings
                        .terminal()
                        .out()
                        .print(new ScorecardText(workplace.scorecard(), workplace.catalogue()).render());
            } else {
                print(workplace);
            }
            return ExitCode.DONE;
        }
    }

    private void print(Workplace workplace) {
        Report report =
                workplace.totals(asked(workplace.catalogue()), kpi -> cadence == null ? kpi.cadence() : cadence);
        List<KpiValue> values = report.values().stream()
                .filter(value -> from == null || !value.end().isBefore(from))
                .filter(value -> to == null || !value.start().isAfter(to))
                .toList();
        if (json) {
            surroundings.terminal().out().println(ValuesJson.render(report, values));
        } else {
            surroundings.terminal().out().print(new ValuesText(report, workplace.catalogue()).render(values));
        }
    }

    private List<Kpi> asked(Catalogue catalogue) {
        for (String id : ids) {
            if (catalogue.findKpi(id).isEmpty()) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "No KPI '" + id + "'. Known: "
                                + String.join(", ", catalogue.kpis().keySet()));
            }
        }
        return catalogue.kpis().values().stream()
                .filter(kpi -> ids.isEmpty() ? kpi.variantOf().isEmpty() : ids.contains(kpi.id()))
                .toList();
    }
}
