package vn.nhip.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhip.app.Telling;
import vn.nhip.app.Workplace;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.store.Outbox;

/** Prints the last notices, or sends one to see whether it arrives. */
@Command(
        name = "notices",
        description = "Prints what people were told of the nights, and whether it reached them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "To whom notices go stands in nhip.yaml under 'notices', the mail server in operator.yaml.",
            "",
            "Examples:",
            "  nhip notices",
            "  nhip notices --test"
        })
final class NoticesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--last", paramLabel = "N", defaultValue = "20", description = "How many; default: 20.")
    private int last = 20;

    @Option(names = "--test", description = "Send a message everywhere that notices go.")
    private boolean test;

    NoticesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = home.openToRead(surroundings)) {
            Labels labels = Labels.of(workplace.config().language());
            if (test) {
                return test(workplace.telling().test(), labels);
            }
            surroundings.terminal().out().print(table(workplace, labels));
            return ExitCode.DONE;
        }
    }

    private int test(List<Telling.Tried> tried, Labels labels) {
        if (tried.isEmpty()) {
            throw new CommandException(ExitCode.CONFIGURATION, labels.text("notices.nobody"));
        }
        tried.forEach(one -> surroundings
                .terminal()
                .out()
                .println(
                        one.failure().isEmpty()
                                ? labels.text("notices.arrived", one.channel(), one.receivers())
                                : labels.text(
                                        "notices.failed",
                                        one.channel(),
                                        one.failure().get())));
        return tried.stream().map(Telling.Tried::failure).allMatch(Optional::isEmpty) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private String table(Workplace workplace, Labels labels) {
        List<Telling.Told> told = workplace.telling().last(last);
        Numbers numbers = Numbers.of(labels, workplace.config().calendar().currency());
        TextTable table = new TextTable(
                List.of(labels.text("notices.at"), labels.text("notices.what"), labels.text("notices.state")));
        told.forEach(one -> table.row(
                numbers.moment(one.entry().at(), workplace.config().calendar().zone()),
                one.words().title(),
                state(one.entry(), labels)));
        return told.isEmpty() ? labels.text("notices.none") + System.lineSeparator() : table.render();
    }

    private static String state(Outbox.Entry entry, Labels labels) {
        return switch (entry.state()) {
            case NEW ->
                entry.failure().isEmpty() ? labels.text("notices.new") : labels.text("notices.again", entry.failure());
            case SENT -> labels.text("notices.sent", String.join(", ", entry.delivered()));
            case GIVEN_UP -> labels.text("notices.given-up", entry.failure());
            case KEPT -> labels.text("notices.kept");
        };
    }
}
