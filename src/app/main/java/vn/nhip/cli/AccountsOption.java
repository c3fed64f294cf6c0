package vn.nhip.cli;

import java.util.List;
import picocli.CommandLine.Option;
import vn.nhip.app.Workplace;

/** Which accounts a command is about; all of them unless named. */
final class AccountsOption {

    @Option(names = "--account", paramLabel = "NAME", split = ",", description = "Only these accounts.")
    private List<String> accounts = List.of();

    List<String> of(Workplace workplace) {
        return of(workplace, accounts);
    }

    /** These accounts, when the workspace has them; all of its accounts when none is named. */
    static List<String> of(Workplace workplace, List<String> accounts) {
        for (String account : accounts) {
            if (!workplace.config().accounts().containsKey(account)) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "No account '" + account + "' in " + workplace.home().configFile() + ". Known: "
                                + String.join(
                                        ", ", workplace.config().accounts().keySet()));
            }
        }
        return accounts.isEmpty() ? List.copyOf(workplace.config().accounts().keySet()) : accounts;
    }
}
