package vn.nhip.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nhip.app.AccountEntry;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;

/** Puts files into an account's folder and reads them; a file of the same name replaces the earlier one. */
@Command(
        name = "import",
        description = "Puts files into an account's folder and reads them. A file of the same name replaces all that"
                + " the earlier one gave.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  nhip import orders.csv --account shop --mapping shop.facts.yaml",
            "  nhip import shopee-10.xlsx --account shopee --mapping shopee-orders"
        })
final class ImportCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV, TSV, XLSX, or gzip of them.")
    private List<Path> files = List.of();

    @Option(names = "--account", required = true, paramLabel = "NAME", description = "The account they belong to.")
    private String account = "";

    @Option(
            names = "--mapping",
            paramLabel = "FILE|NAME",
            description = "A facts.yaml, or the name of a ready mapping; needed the first time.")
    private @Nullable String mapping;

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Home place = home.home(surroundings);
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new CommandException(ExitCode.USAGE, "No file " + file + ".");
            }
        }
        Path inbox = AccountEntry.ensure(place, account, mapping);
        for (Path file : files) {
            Files.copy(file, inbox.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        try (Workplace workplace = Workplace.open(place, surroundings.clock())) {
            return new SyncRun(workplace, surroundings.terminal()).run(List.of(account));
        }
    }
}
