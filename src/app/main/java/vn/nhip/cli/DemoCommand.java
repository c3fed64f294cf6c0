package vn.nhip.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;
import vn.nhip.config.ConfigFile;
import vn.nhip.export.Exporter;
import vn.nhip.export.Labels;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.files.SampleFiles;
import vn.nhip.sandbox.live.SamplePlatforms;

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
        SampleBusiness business = SampleBusiness.asOf(surroundings.clock());
        new SampleFiles(business).write(home.folder(), SamplePlatforms.ACCOUNTS);
        try (SamplePlatforms platforms = SamplePlatforms.start(business, surroundings.clock())) {
            PlatformAccess access = new PlatformAccess(platforms);
            access.writeOperatorFile(home);
            return run(home, access, business.truth().span().lastDay());
        }
    }

    private int run(Home home, PlatformAccess access, LocalDate lastDay) throws IOException {
        Terminal terminal = surroundings.terminal();
        try (Workplace workplace = Workplace.open(home, surroundings.clock())) {
            access.connect(workplace.connecting());
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
                terminal.out().println(labels.text("demo.next", home.folder().toString(), lastDay.toString()));
            }
            return code;
        }
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
