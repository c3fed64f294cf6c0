package vn.nhip.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.nhip.app.ConnectorFolder;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;
import vn.nhip.kit.docs.SpecTables;
import vn.nhip.spi.ConnectorFactory;
import vn.nhip.spi.ConnectorSpec;
import vn.nhip.spi.DayRange;
import vn.nhip.sync.Connectors;

/** The connectors that there are, and how to write one's own. */
@Command(
        name = "connector",
        description = "Lists the connectors, makes the folder of a new one, and checks it before it is used.",
        mixinStandardHelpOptions = true,
        subcommands = {ConnectorCommand.ListAll.class, ConnectorCommand.New.class, ConnectorCommand.Check.class},
        footer = {
            "",
            "Examples:",
            "  nhip connector list",
            "  nhip connector new booking-form",
            "  nhip connector check ~/.nhip/config/connectors/booking-form",
            "  nhip connector check ~/.nhip/config/connectors/booking-form --account bookings"
        })
final class ConnectorCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "Lists the connectors.", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private HomeOption home = new HomeOption();

        ListAll(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Connectors connectors = Connectors.installed(home.home(surroundings).connectorFolders());
            TextTable table = new TextTable(List.of("Connector", "Source", "Connected by", "Facts"));
            for (ConnectorFactory factory : connectors.all()) {
                ConnectorSpec spec = factory.spec();
                table.row(spec.id(), spec.title(), ways(spec), facts(spec));
            }
            surroundings.terminal().out().print(table.render());
            connectors
                    .broken()
                    .forEach((id, why) -> surroundings.terminal().err().println(id + ": " + why));
            return connectors.broken().isEmpty() ? ExitCode.DONE : ExitCode.CONFIGURATION;
        }

        private static String ways(ConnectorSpec spec) {
            return spec.auth().stream()
                    .flatMap(auth -> auth.ways().stream().sorted())
                    .map(way -> way.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", "));
        }

        private static String facts(ConnectorSpec spec) {
            return spec.streams().stream()
                    .flatMap(stream -> stream.facts().stream())
                    .distinct()
                    .sorted()
                    .map(kind -> kind.id())
                    .collect(Collectors.joining(", "));
        }
    }

    @Command(
            name = "new",
            description = "Makes the folder of a connector of your own in config/connectors of the home, ready to be"
                    + " changed.",
            mixinStandardHelpOptions = true)
    static final class New implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(paramLabel = "ID", description = "Its name, in kebab-case, such as booking-form.")
        private String id = "";

        New(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws IOException {
            if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
                throw new CommandException(ExitCode.USAGE, "'" + id + "' must be kebab-case, like booking-form.");
            }
            Home place = home.home(surroundings);
            if (Connectors.installed(place.connectorFolders()).find(id).isPresent()) {
                throw new CommandException(ExitCode.USAGE, "There is a connector '" + id + "' already.");
            }
            ConnectorFolder folder = new ConnectorFolder(place.ownConnectors().resolve(id));
            folder.make();
            surroundings.terminal().out().println(folder.path());
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "check",
            description = "Checks the files of a connector's folder; with an account it also reads one page of each"
                    + " stream, and keeps nothing.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {

        private static final int DAYS = 7;

        private final Surroundings surroundings;

        @Mixin
        private HomeOption home = new HomeOption();

        @Parameters(paramLabel = "DIR", description = "The connector's folder.")
        private Path folder = Path.of("");

        @Option(names = "--account", paramLabel = "NAME", description = "Read for this account of nhip.yaml.")
        private @Nullable String account;

        Check(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws IOException {
            ConnectorFolder checked = new ConnectorFolder(folder);
            ConnectorSpec spec = checked.spec();
            say(spec.id() + ": the files are in order. It calls " + String.join(", ", spec.hosts()));
            say(SpecTables.settings(spec));
            say(SpecTables.streams(spec));
            List<String> missing = checked.missingInReadme();
            missing.forEach(table -> say("README.md lacks this table:\n" + table));
            boolean lives = account == null || live(checked, account);
            return missing.isEmpty() && lives ? ExitCode.DONE : ExitCode.FAILED;
        }

        private boolean live(ConnectorFolder checked, String name) {
            try (Workplace workplace = home.open(surroundings)) {
                String connector = AccountsOption.of(workplace, List.of(name)).stream()
                        .map(each -> workplace.account(each).connector())
                        .findFirst()
                        .orElseThrow();
                if (!connector.equals(checked.id())) {
                    throw new CommandException(
                            ExitCode.USAGE, "Account '" + name + "' is read by '" + connector + "', not by this one.");
                }
                LocalDate today = LocalDate.now(
                        surroundings.clock().withZone(workplace.account(name).zone()));
                return new PagesText(surroundings.terminal().out())
                        .show(workplace
                                .onboarding()
                                .firstPages(workplace.account(name), new DayRange(today.minusDays(DAYS), today)));
            }
        }

        private void say(String text) {
            surroundings.terminal().out().println(text);
        }
    }
}
