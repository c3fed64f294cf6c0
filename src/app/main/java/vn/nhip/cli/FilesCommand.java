package vn.nhip.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.Envelope;
import vn.nhip.spi.FillInFile;
import vn.nhip.spi.Inspector;
import vn.nhip.spi.Rejected;
import vn.nhip.sync.Connectors;

/** What there is to do with files before they are imported. */
@Command(
        name = "files",
        description =
                "Proposes a mapping for a file, makes the workbook for hand-entered numbers, or withdraws a file.",
        mixinStandardHelpOptions = true,
        subcommands = {FilesCommand.Inspect.class, FilesCommand.ManualNumbers.class, ForgetCommand.class},
        footer = {
            "",
            "Examples:",
            "  nhip files inspect orders.csv > shop.facts.yaml",
            "  nhip files manual-numbers so-lieu-nhap-tay.xlsx",
            "  nhip files forget shop orders-2024.csv"
        })
final class FilesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static ConnectorFactory files() {
        return Connectors.installed().require("files");
    }

    /** The mapping goes to the output, so that it can be kept in a file; all else goes beside it. */
    @Command(
            name = "inspect",
            description = "Proposes a mapping and shows what the first rows give with it. Nothing is imported.",
            mixinStandardHelpOptions = true)
    static final class Inspect implements Callable<Integer> {

        private final Surroundings surroundings;

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Option(
                names = "--zone",
                defaultValue = "Asia/Ho_Chi_Minh",
                description = "Zone of times; default ${DEFAULT-VALUE}.")
        private ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");

        @Option(
                names = "--currency",
                defaultValue = "VND",
                description = "Currency of amounts; default ${DEFAULT-VALUE}.")
        private Currency currency = Currency.getInstance("VND");

        Inspect(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            if (!Files.isRegularFile(file)) {
                throw new CommandException(ExitCode.USAGE, "No file " + file + ".");
            }
            Inspector inspector = (Inspector) files();
            Inspector.Proposal proposal =
                    inspector.inspect(file, new ConnectorContext(surroundings.clock(), zone, currency));
            PrintWriter out = surroundings.terminal().out();
            PrintWriter err = surroundings.terminal().err();
            out.print(proposal.mapping());
            out.flush();
            proposal.questions().forEach(question -> err.println("? " + question));
            for (Envelope fact : proposal.facts()) {
                err.println(fact.at() + ": " + fact.fact());
            }
            for (Rejected row : proposal.rejected()) {
                err.println(row.at() + ", " + row.field() + ": " + row.reason());
            }
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "manual-numbers",
            description = "Makes the empty workbook for numbers that no system holds; the ready mapping manual-numbers"
                    + " reads it.",
            mixinStandardHelpOptions = true)
    static final class ManualNumbers implements Callable<Integer> {

        private final Surroundings surroundings;

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        ManualNumbers(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws IOException {
            if (Files.exists(file)) {
                throw new CommandException(ExitCode.USAGE, file + " exists; it is not overwritten. Name another file.");
            }
            try (OutputStream target = Files.newOutputStream(file)) {
                ((FillInFile) files()).writeEmpty(target);
            }
            surroundings.terminal().out().println(file.toAbsolutePath());
            return ExitCode.DONE;
        }
    }
}
