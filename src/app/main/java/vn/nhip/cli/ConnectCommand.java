package vn.nhip.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.nhip.app.Connecting;
import vn.nhip.app.Workplace;
import vn.nhip.connection.Connection;
import vn.nhip.connection.Credential;
import vn.nhip.export.Labels;
import vn.nhip.spi.Auth;

/** Makes, lists and removes connections. */
@Command(
        name = "connect",
        description = "Connects a source: in the browser, with a key file or with a token. Several connectors of one"
                + " provider may share a connection.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Secrets are asked for, or read from files, or from NHIP_CLIENT_SECRET; never given on the command line.",
            "",
            "Examples:",
            "  nhip connect google-analytics google-ads --client-id ID",
            "  nhip connect google-analytics --service-account key.json",
            "  nhip connect meta-ads --token-file token.txt --ends 2027-01-31",
            "  nhip connect mail           the password of the mail server that sends notices",
            "  nhip connect webhook        the address of the webhook that takes notices",
            "  nhip connect google-sheets-export --name google-sheets",
            "  nhip connect --list",
            "  nhip connect --remove google"
        })
final class ConnectCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private ConnectSecrets secrets = new ConnectSecrets();

    @Parameters(paramLabel = "CONNECTOR", arity = "0..*", description = "What shall read through the connection.")
    private List<String> connectors = List.of();

    @Option(names = "--name", description = "What to call the connection; default: the provider.")
    private @Nullable String name;

    @Option(names = "--ends", paramLabel = "DAY", description = "The day on which the token ends, if it does.")
    private @Nullable LocalDate ends;

    @Option(names = "--no-browser", description = "Only print the address to open.")
    private boolean noBrowser;

    @Option(names = "--list", description = "List the connections.")
    private boolean list;

    @Option(names = "--remove", paramLabel = "NAME", description = "Give the access back and forget the connection.")
    private @Nullable String remove;

    ConnectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        try (Workplace workplace = list ? home.openToRead(surroundings) : home.open(surroundings)) {
            Labels labels = Labels.of(workplace.config().language());
            if (remove != null) {
                return remove(workplace.connecting(), remove, labels);
            }
            if (list) {
                out().print(ConnectionsText.of(workplace.connecting().list(), labels));
                return ExitCode.DONE;
            }
            if (connectors.isEmpty()) {
                throw new CommandException(ExitCode.USAGE, "Say which connector to connect; 'nhip connect --help'.");
            }
            Connection made = make(workplace.connecting(), labels);
            String own = "connect.done-" + made.provider();
            out().println(labels.text(labels.has(own) ? own : "connect.done", made.name(), made.provider()));
            return ExitCode.DONE;
        }
    }

    private Connection make(Connecting connecting, Labels labels) throws IOException {
        Connecting.Wanted wanted = connecting.wanted(connectors);
        Auth auth = wanted.auth();
        String called = name == null ? auth.provider() : name;
        if (!called.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new CommandException(ExitCode.USAGE, "'" + called + "' must be kebab-case, like google-shop.");
        }
        ConnectSecrets.Asking asking = secrets.asking(surroundings, labels, auth.provider());
        return switch (way(auth)) {
            case OAUTH_CODE ->
                new BrowserConsent(connecting, surroundings.clock(), labels, out())
                        .make(called, wanted, asking, !noBrowser);
            case SERVICE_ACCOUNT ->
                connecting.make(
                        called,
                        auth,
                        Credential.serviceAccount(
                                asking.keyFile(),
                                wanted.scopes(),
                                asking.settings(wanted, connecting.secrets(called))));
            case TOKEN ->
                connecting.make(
                        called,
                        auth,
                        Credential.token(
                                asking.token(),
                                asking.settings(wanted, connecting.secrets(called)),
                                Optional.ofNullable(ends).map(day -> day.atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())));
        };
    }

    /** The way that the options name, else the provider's most usual one. */
    private Auth.Way way(Auth auth) {
        Auth.Way way = secrets.way().orElseGet(() -> List.of(Auth.Way.values()).stream()
                .filter(auth.ways()::contains)
                .findFirst()
                .orElseThrow());
        if (!auth.ways().contains(way)) {
            throw new CommandException(
                    ExitCode.USAGE, auth.provider() + " is not connected this way; see the connector's README.");
        }
        return way;
    }

    private int remove(Connecting connecting, String gone, Labels labels) {
        Connection connection = connecting
                .find(gone)
                .orElseThrow(() -> new CommandException(ExitCode.USAGE, "No connection '" + gone + "'."));
        boolean told = connecting.remove(connection);
        out().println(told ? labels.text("connect.removed", gone) : labels.text("connect.removed-here", gone));
        return ExitCode.DONE;
    }

    private PrintWriter out() {
        return surroundings.terminal().out();
    }
}
