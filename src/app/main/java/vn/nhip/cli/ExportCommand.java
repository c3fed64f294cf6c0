package vn.nhip.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhip.app.Workplace;
import vn.nhip.export.Exporter;

/** Writes the workbook or the table. */
@Command(
        name = "export",
        description = "Writes the workbook, or the table of all values. An existing workbook is refreshed: your own"
                + " sheets in it stay.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  nhip export --format xlsx", "  nhip export --format csv --to kpi.csv"})
final class ExportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--format",
            defaultValue = "xlsx",
            description = "xlsx; csv (UTF-8 with BOM); csv-excel (UTF-16, tabs); csv-scripts (UTF-8 without BOM).")
    private Exporter.Format format = Exporter.Format.XLSX;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The file to write; default: in the home's exports folder.")
    private @Nullable Path target;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = home.openToRead(surroundings)) {
            Path written = workplace.export(format, java.util.Optional.ofNullable(target));
            surroundings.terminal().out().println(written);
            return ExitCode.DONE;
        }
    }
}
