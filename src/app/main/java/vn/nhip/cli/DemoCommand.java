package vn.nhip.cli;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.nhip.app.Home;
import vn.nhip.app.SampleHome;
import vn.nhip.app.Workplace;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.export.Exporter;
import vn.nhip.export.Labels;
import vn.nhip.sandbox.SampleBusiness;
import vn.nhip.sandbox.files.SampleFiles;
import vn.nhip.sandbox.live.SamplePlatforms;
import vn.nhip.web.WebServer;
import vn.nhip.web.WebSettings;

/** The sample business, from its files and platforms to its workbook. */
@Command(
        name = "demo",
        description =
                "Makes up a shop with its files and platforms, reads them, computes the KPIs, writes the workbook, and"
                        + " in a terminal goes on to show its screen. Everything lies in a home of its own.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  nhip demo",
            "  nhip demo --once --home /tmp/nhip-demo",
            "  nhip demo --stay --no-open",
            "  nhip demo --remove"
        })
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--home", paramLabel = "DIR", description = "The demo's own home; default: ~/.nhip-demo.")
    private @Nullable Path folder;

    @Option(names = "--once", description = "End after the workbook is written, in a terminal too.")
    private boolean once;

    @Option(names = "--stay", description = "Show the screen until stopped, without a terminal too.")
    private boolean stay;

    @Option(names = "--no-open", description = "Open no browser.")
    private boolean noOpen;

    @Option(names = "--port", description = "The screen's port; default 8484, or a free one.")
    private @Nullable Integer port;

    @Option(names = "--remove", description = "Throw the sample shop away and end.")
    private boolean remove;

    private final CountDownLatch removal = new CountDownLatch(1);

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Home home = home();
        refuseRealData(home);
        if (remove) {
            return remove(home);
        }
        Files.createDirectories(home.folder());
        int code = made(home);
        if (removal.getCount() == 0) {
            remove(home);
        }
        return code;
    }

    private int made(Home home) throws IOException {
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
            if (stay || (terminal.interactive() && !once)) {
                show(workplace, labels);
            }
            return code;
        }
    }

    /** Until the process is told to stop; sample figures need no login. */
    private void show(Workplace workplace, Labels labels) {
        ExecutorService chores = Executors.newSingleThreadExecutor();
        try (WebServer web = screen(workplace, chores)) {
            surroundings
                    .terminal()
                    .out()
                    .println(labels.text("demo.screen", web.address().toString()));
            surroundings.terminal().out().flush();
            if (!noOpen) {
                Browsers.open(web.address());
            }
            removal.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            chores.shutdownNow();
        }
    }

    private WebServer screen(Workplace workplace, ExecutorService chores) {
        try {
            return started(workplace, port == null ? WebSettings.PORT : port, chores);
        } catch (JavalinBindException taken) {
            if (port != null) {
                throw taken;
            }
            return started(workplace, 0, chores);
        }
    }

    private WebServer started(Workplace workplace, int at, ExecutorService chores) {
        return WebServer.start(
                workplace, new WebSettings(at, Optional.empty(), true), chores, Optional.of(removal::countDown));
    }

    private Home home() {
        if (folder != null) {
            return Home.find(Optional.of(folder), surroundings.environment());
        }
        Path real = Home.find(Optional.empty(), surroundings.environment()).folder();
        return new Home(real.resolveSibling(real.getFileName() + "-demo"));
    }

    /** Sample files are never written into a home that is somebody's own. */
    private static void refuseRealData(Home home) {
        if (new SampleHome(home).taken()) {
            throw new CommandException(
                    ExitCode.USAGE, home.folder() + " holds a real workspace. Name another folder with --home.");
        }
    }

    private int remove(Home home) {
        SampleHome sample = new SampleHome(home);
        boolean there = sample.there();
        if (there) {
            sample.remove();
        }
        surroundings
                .terminal()
                .out()
                .println(Labels.of(Language.VI)
                        .text(
                                there ? "demo.removed" : "demo.nothing",
                                home.folder().toString()));
        return ExitCode.DONE;
    }
}
