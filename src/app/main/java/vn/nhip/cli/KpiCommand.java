package vn.nhip.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhip.app.Workplace;
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
        try (Workplace workplace = home.open(surroundings)) {
            Report report = workplace.totals();
            if (json) {
                surroundings.terminal().out().println(KpiJson.render(report, values(workplace, report)));
            } else if (cadence == null && from == null && to == null && ids.isEmpty()) {
                surroundings.terminal().out().print(new ScorecardText(report, workplace.catalogue()).render());
            } else {
                surroundings
                        .terminal()
                        .out()
                        .print(new ValuesText(report, workplace.catalogue()).render(values(workplace, report)));
            }
            return ExitCode.DONE;
        }
    }

    private List<KpiValue> values(Workplace workplace, Report report) {
        for (String id : ids) {
            if (workplace.catalogue().findKpi(id).isEmpty()) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "No KPI '" + id + "'. Known: "
                                + String.join(", ", workplace.catalogue().kpis().keySet()));
            }
        }
        return report.values().stream()
                .filter(value -> value.of().equals(KpiValue.Breakdown.TOTAL))
                .filter(value -> asked(workplace.catalogue().kpis().get(value.kpi()), value))
                .filter(value -> from == null || !value.end().isBefore(from))
                .filter(value -> to == null || !value.start().isAfter(to))
                .toList();
    }

    private boolean asked(@Nullable Kpi kpi, KpiValue value) {
        if (kpi == null) {
            return false;
        }
        boolean chosen = ids.isEmpty() ? kpi.variantOf().isEmpty() : ids.contains(kpi.id());
        return chosen && value.grain() == (cadence == null ? kpi.cadence() : cadence);
    }
}
