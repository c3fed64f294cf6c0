package vn.nhip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhip.app.Workplace;

/** Prints the last runs. */
@Command(
        name = "runs",
        description = "Prints the last runs: what was read, how it ended, and when the account is read next.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  nhip runs", "  nhip runs --last 100 --json"})
final class RunsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--last", paramLabel = "N", defaultValue = "20", description = "How many; default: 20.")
    private int last = 20;

    @Option(names = "--json", description = "Print JSON for scripts.")
    private boolean json;

    RunsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = home.openToRead(surroundings)) {
            RunsText text = new RunsText(workplace);
            surroundings
                    .terminal()
                    .out()
                    .print(json ? text.json(workplace.runs(last)) : text.table(workplace.runs(last)));
            return ExitCode.DONE;
        }
    }
}
