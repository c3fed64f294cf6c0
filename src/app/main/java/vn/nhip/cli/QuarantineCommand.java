package vn.nhip.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nhip.app.Masked;
import vn.nhip.app.Workplace;
import vn.nhip.store.Quarantine;

/** The records that could not become facts. */
@Command(
        name = "quarantine",
        description = "The records that could not be read: which, where, why; and trying them again.",
        mixinStandardHelpOptions = true,
        subcommands = {QuarantineCommand.ListEntries.class, QuarantineCommand.Show.class, QuarantineCommand.Replay.class
        },
        footer = {
            "",
            "Examples:",
            "  nhip quarantine list",
            "  nhip quarantine show 12",
            "  nhip quarantine replay        after mending the mapping or the file"
        })
final class QuarantineCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "One line per record.", mixinStandardHelpOptions = true)
    static final class ListEntries implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private HomeOption home = new HomeOption();

        @Option(names = "--after", defaultValue = "0", description = "Only records after this number.")
        private long after;

        @Option(names = "--limit", defaultValue = "50", description = "At most so many; default 50.")
        private int limit;

        ListEntries(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            try (Workplace workplace = home.openToRead(surroundings)) {
                TextTable table = new TextTable(List.of(">#", "account", "file", "where", "field", "value", "reason"));
                for (Quarantine.Entry entry : workplace.quarantine().list(after, limit)) {
                    table.row(
                            String.valueOf(entry.id()),
                            entry.account(),
                            entry.slice(),
                            entry.at(),
                            entry.field(),
                            Masked.text(entry.value()),
                            entry.reason());
                }
                surroundings.terminal().out().print(table.isEmpty() ? "" : table.render());
                surroundings.terminal().out().println(total(workplace));
                return ExitCode.DONE;
            }
        }

        private static String total(Workplace workplace) {
            long waiting = workplace.quarantine().counts().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return waiting + " in quarantine";
        }
    }

    @Command(name = "show", description = "One record with all that is known of it.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(paramLabel = "NUMBER", description = "The record's number in the list.")
        private long id;

        Show(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            try (Workplace workplace = home.openToRead(surroundings)) {
                Optional<Quarantine.Entry> entry = workplace.quarantine().find(id);
                if (entry.isEmpty()) {
                    throw new CommandException(ExitCode.USAGE, "No record " + id + " in quarantine.");
                }
                Quarantine.Entry found = entry.get();
                surroundings
                        .terminal()
                        .out()
                        .printf(
                                "account  %s%nfile     %s, %s%nfield    %s%nvalue    %s%nreason   %s%nsince    %s%nrecord   %s%n",
                                found.account(),
                                found.slice(),
                                found.at(),
                                found.field(),
                                found.value(),
                                found.reason(),
                                found.firstSeen(),
                                found.raw());
                return ExitCode.DONE;
            }
        }
    }

    @Command(
            name = "replay",
            description = "Reads the files of these records again, with the mapping as it is now.",
            mixinStandardHelpOptions = true)
    static final class Replay implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "One record; default: all.")
        private @Nullable Long id;

        Replay(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            try (Workplace workplace = home.open(surroundings)) {
                boolean any = id == null
                        ? workplace.quarantine().replayAll() > 0
                        : workplace.quarantine().replay(id);
                if (!any) {
                    surroundings.terminal().out().println("Nothing to replay.");
                    return ExitCode.DONE;
                }
                return new SyncRun(workplace, surroundings.terminal())
                        .run(List.copyOf(workplace.config().accounts().keySet()));
            }
        }
    }
}
