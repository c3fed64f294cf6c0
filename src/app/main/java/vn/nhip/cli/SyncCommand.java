package vn.nhip.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhip.app.Workplace;

/** Reads what is new or changed in every account, then brings the KPIs up to date. */
@Command(
        name = "sync",
        description = "Reads what is new or changed in the accounts, then brings the KPIs up to date.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  nhip sync", "  nhip sync --account pos,web"})
final class SyncCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--account", paramLabel = "NAME", split = ",", description = "Only these accounts.")
    private List<String> accounts = List.of();

    SyncCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = home.open(surroundings)) {
            for (String account : accounts) {
                if (!workplace.config().accounts().containsKey(account)) {
                    throw new CommandException(
                            ExitCode.USAGE,
                            "No account '" + account + "' in "
                                    + workplace.home().configFile() + ". Known: "
                                    + String.join(
                                            ", ", workplace.config().accounts().keySet()));
                }
            }
            return new SyncRun(workplace, surroundings.terminal())
                    .run(
                            accounts.isEmpty()
                                    ? List.copyOf(workplace.config().accounts().keySet())
                                    : accounts);
        }
    }
}
