package vn.nhip.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nhip.app.AccountEntry;
import vn.nhip.app.FoundAccounts;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.export.Labels;

/** Lists what a connection reaches, and takes accounts of it into {@code nhip.yaml}. */
@Command(
        name = "accounts",
        description = "Lists what a connection (or the connections of a connector) reaches, and takes accounts into"
                + " nhip.yaml.",
        mixinStandardHelpOptions = true,
        subcommands = AccountsCommand.Add.class,
        footer = {
            "",
            "Examples:",
            "  nhip accounts google",
            "  nhip accounts google-ads",
            "  nhip accounts add google 123-456-7890",
            "  nhip accounts add google --connector google-analytics --all"
        })
final class AccountsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "CONNECTION", arity = "0..1", description = "A connection or a connector; default: all.")
    private @Nullable String of;

    AccountsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = home.open(surroundings)) {
            Labels labels = Labels.of(workplace.config().language());
            TextTable table = new TextTable(List.of(
                    labels.text("accounts.connector"),
                    labels.text("accounts.id"),
                    labels.text("accounts.title"),
                    labels.text("accounts.zone"),
                    labels.text("accounts.currency"),
                    labels.text("accounts.note")));
            workplace.onboarding().found(of == null ? "" : of).forEach(found -> rows(found, table, labels));
            surroundings
                    .terminal()
                    .out()
                    .print(table.isEmpty() ? labels.text("accounts.none") + System.lineSeparator() : table.render());
            return ExitCode.DONE;
        }
    }

    private static void rows(FoundAccounts found, TextTable table, Labels labels) {
        for (FoundAccounts.Row row : found.rows()) {
            String note = row.known()
                    .map(name -> labels.text("accounts.known", name))
                    .or(() -> row.account().hindrance())
                    .orElse("");
            table.row(
                    found.connector(),
                    "  ".repeat(row.depth()) + row.account().id(),
                    row.account().title(),
                    row.account().zone().map(zone -> zone.getId()).orElse(""),
                    row.account()
                            .currency()
                            .map(money -> money.getCurrencyCode())
                            .orElse(""),
                    note);
        }
    }

    @Command(
            name = "add",
            description = "Takes accounts into nhip.yaml, to be read from the next sync on.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(index = "0", paramLabel = "CONNECTION", description = "The connection that reaches them.")
        private String connection = "";

        @Parameters(index = "1..*", paramLabel = "ID", description = "Accounts as the list names them.")
        private List<String> ids = List.of();

        @Option(names = "--connector", paramLabel = "ID", description = "Only what this connector reads.")
        private @Nullable String connector;

        @Option(names = "--all", description = "Every account that can be read and is not in nhip.yaml yet.")
        private boolean all;

        Add(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws IOException {
            if (ids.isEmpty() != all) {
                throw new CommandException(ExitCode.USAGE, "Name the accounts to add, or say --all.");
            }
            try (Workplace workplace = home.open(surroundings)) {
                List<AccountConfig> entries = entries(workplace);
                AccountEntry.add(workplace.home(), entries);
                Labels labels = Labels.of(workplace.config().language());
                entries.forEach(entry -> surroundings
                        .terminal()
                        .out()
                        .println(labels.text(
                                "accounts.added",
                                entry.name(),
                                workplace.home().configFile().toString())));
                return ExitCode.DONE;
            }
        }

        private List<AccountConfig> entries(Workplace workplace) {
            Set<String> wanted = new TreeSet<>(ids);
            List<AccountConfig> entries = new ArrayList<>();
            Set<String> seen = new TreeSet<>();
            for (FoundAccounts found : workplace.onboarding().found(connection)) {
                if (connector == null || found.connector().equals(connector)) {
                    found.rows().forEach(row -> seen.add(row.account().id()));
                    entries.addAll(found.entries(wanted));
                }
            }
            wanted.removeAll(seen);
            if (!wanted.isEmpty()) {
                throw new CommandException(
                        ExitCode.USAGE, "Connection '" + connection + "' does not reach " + String.join(", ", wanted));
            }
            return entries;
        }
    }
}
