package vn.nhip.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.AccountConfig;
import vn.nhip.export.Labels;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.SourceNotes;

/** Asks the sources of accounts whether they answer, and whether days and currency are as nhip.yaml says. */
@Command(
        name = "check",
        description =
                "Asks each account's source whether it answers, and whether its time zone and currency are those of"
                        + " nhip.yaml. Nothing is kept.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  nhip check", "  nhip check google-ads-shop"})
final class CheckCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "ACCOUNT", arity = "0..*", description = "Only these accounts.")
    private List<String> accounts = List.of();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = home.open(surroundings)) {
            List<String> asked = AccountsOption.of(workplace, accounts);
            Labels labels = Labels.of(workplace.config().language());
            if (asked.isEmpty()) {
                surroundings
                        .terminal()
                        .out()
                        .println(labels.text(
                                "check.none", workplace.home().configFile().toString()));
            }
            long wrong = asked.stream()
                    .filter(account -> !answers(workplace, account, labels))
                    .count();
            return wrong == 0 ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private boolean answers(Workplace workplace, String account, Labels labels) {
        try {
            SourceNotes said = workplace.onboarding().check(workplace.account(account));
            List<String> problems = problems(workplace.account(account), said, labels);
            problems.forEach(surroundings.terminal().out()::println);
            if (problems.isEmpty()) {
                surroundings.terminal().out().println(good(account, said, labels));
            }
            return problems.isEmpty();
        } catch (ConnectorException e) {
            String key = "check." + e.kind().name().toLowerCase(Locale.ROOT);
            surroundings.terminal().out().println(labels.text(key, account, String.valueOf(e.getMessage())));
            return false;
        }
    }

    private static String good(String account, SourceNotes said, Labels labels) {
        String known = Stream.of(said.zone().map(ZoneId::getId), said.currency().map(Currency::getCurrencyCode))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? labels.text("check.good", account) : labels.text("check.good-with", account, known);
    }

    /** The days and amounts of an account are the source's: what nhip.yaml says of them must be so. */
    private static List<String> problems(AccountConfig account, SourceNotes said, Labels labels) {
        List<String> problems = new ArrayList<>();
        said.zone()
                .filter(zone -> !zone.equals(account.zone()))
                .ifPresent(zone -> problems.add(
                        labels.text("check.zone", account.name(), account.zone().getId(), zone.getId())));
        said.currency()
                .filter(currency -> !currency.equals(account.currency()))
                .ifPresent(currency -> problems.add(labels.text(
                        "check.currency",
                        account.name(),
                        account.currency().getCurrencyCode(),
                        currency.getCurrencyCode())));
        return problems;
    }
}
