package vn.nhip.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.nhip.app.Connecting;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;
import vn.nhip.config.ConfigFile;
import vn.nhip.connection.Credential;
import vn.nhip.export.Exporter;
import vn.nhip.export.Labels;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.files.SampleFiles;
import vn.nhip.sandbox.live.SamplePlatforms;
import vn.nhip.spi.Secret;

/** The sample business, from its files and platforms to its workbook. */
@Command(
        name = "demo",
        description = "Makes up a shop with its files and platforms, reads them, computes the KPIs and writes the"
                + " workbook. Everything lies in a home of its own.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  nhip demo", "  nhip demo --once --home /tmp/nhip-demo"})
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--home", paramLabel = "DIR", description = "The demo's own home; default: ~/.nhip-demo.")
    private @Nullable Path folder;

    @Option(names = "--once", description = "End after the workbook is written.")
    private boolean once;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Home home = home();
        refuseRealData(home);
        Terminal terminal = surroundings.terminal();
        SampleBusiness business = SampleBusiness.asOf(surroundings.clock());
        new SampleFiles(business).write(home.folder(), SamplePlatforms.ACCOUNTS);
        try (SamplePlatforms platforms = SamplePlatforms.start(business, surroundings.clock())) {
            ConfigFile.write(home.operatorFile(), operatorFile(platforms));
            return run(home, platforms, terminal);
        }
    }

    private int run(Home home, SamplePlatforms platforms, Terminal terminal) throws IOException {
        try (Workplace workplace = Workplace.open(home, surroundings.clock())) {
            connect(workplace.connecting(), platforms);
            Labels labels = Labels.of(workplace.config().language());
            int code = new SyncRun(workplace, terminal)
                    .run(List.copyOf(workplace.config().accounts().keySet()));
            Path workbook = workplace.export(Exporter.Format.XLSX, Optional.empty());
            terminal.out().println();
            terminal.out().print(new ScorecardText(workplace.scorecard(), workplace.catalogue()).render());
            terminal.out().println();
            terminal.out().println(labels.text("demo.sample"));
            terminal.out().println(labels.text("demo.workbook", workbook.toString()));
            if (!once) {
                terminal.out().println(labels.text("demo.next", home.folder().toString()));
            }
            return code;
        }
    }

    /** What an operator writes whose platforms answer elsewhere than at the vendors' own addresses. */
    private static String operatorFile(SamplePlatforms platforms) {
        StringBuilder text = new StringBuilder("# Written by 'nhip demo', whose platforms answer while it runs.\n");
        text.append("sources:\n");
        platforms.sources().forEach((id, base) -> text.append("  " + id + ": {base: \"" + base + "\"}\n"));
        text.append("providers:\n");
        platforms.logins().forEach((id, base) -> text.append("  " + id + ": {base: \"" + base + "\"}\n"));
        return text.toString();
    }

    /** What 'nhip connect' does with a key file and a token. */
    private static void connect(Connecting connecting, SamplePlatforms platforms) {
        Connecting.Wanted google = connecting.wanted(List.of("google-analytics"));
        connecting.make(
                "google",
                google.auth(),
                Credential.serviceAccount(Secret.of(platforms.keyFile()), google.scopes(), Map.of()));
        connecting.make(
                "meta",
                connecting.wanted(List.of("meta-ads")).auth(),
                Credential.token(Secret.of(platforms.token()), Map.of(), Optional.empty()));
    }

    private Home home() {
        if (folder != null) {
            return Home.find(Optional.of(folder), surroundings.environment());
        }
        Path real = Home.find(Optional.empty(), surroundings.environment()).folder();
        return new Home(real.resolveSibling(real.getFileName() + "-demo"));
    }

    /** Sample files are never written into a home that is somebody's own. */
    private static void refuseRealData(Home home) throws IOException {
        boolean inUse = Files.isRegularFile(home.configFile());
        if (inUse && !ConfigFile.read(home.configFile()).sample()) {
            throw new CommandException(
                    ExitCode.USAGE, home.folder() + " holds a real workspace. Name another folder with --home.");
        }
        Files.createDirectories(home.folder());
    }
}
