package vn.nhip.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nhip.app.Inboxes;
import vn.nhip.app.Workplace;
import vn.nhip.export.Labels;
import vn.nhip.store.Inbox;

/** Where sources may send of their own accord, and what came. Whoever knows an address can send to it. */
@Command(
        name = "inbox",
        description = "Lists the secret addresses to which forms, calls, chats and surveys send, and what came. Put the"
                + " address of your service in front.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  nhip inbox"})
final class InboxCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    InboxCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = home.openToRead(surroundings)) {
            Labels labels = Labels.of(workplace.config().language());
            TextTable table = new TextTable(List.of(
                    labels.text("inbox.account"),
                    labels.text("inbox.address"),
                    labels.text("inbox.today"),
                    labels.text("inbox.kept"),
                    labels.text("inbox.last")));
            for (Inboxes.Door door : workplace.inboxes().doors()) {
                table.row(
                        door.account(),
                        door.path(),
                        door.standing()
                                .map(Inbox.Standing::today)
                                .map(String::valueOf)
                                .orElse("0"),
                        door.standing()
                                .map(Inbox.Standing::kept)
                                .map(String::valueOf)
                                .orElse("0"),
                        door.standing()
                                .map(standing -> standing.last().toString())
                                .orElse(""));
            }
            surroundings
                    .terminal()
                    .out()
                    .print(table.isEmpty() ? labels.text("inbox.none") + System.lineSeparator() : table.render());
            return ExitCode.DONE;
        }
    }
}
