package vn.nhip.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nhip.app.Service;
import vn.nhip.app.Workplace;
import vn.nhip.export.Labels;

/** Runs without a screen: reads every night, closes periods, writes the workbook, until it is told to stop. */
@Command(
        name = "serve",
        description =
                "Runs until it is stopped: reads every account each night, brings the KPIs up to date, closes days,"
                        + " weeks and months, and writes the workbook into the folder that nhip.yaml names.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  nhip serve", "  nhip serve --home /srv/nhip"})
final class ServeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Workplace workplace = home.open(surroundings);
        Service service = Service.start(workplace);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(service), "stop"));
        say(workplace);
        new CountDownLatch(1).await();
        return ExitCode.DONE;
    }

    private void say(Workplace workplace) {
        Labels labels = Labels.of(workplace.config().language());
        PrintWriter out = surroundings.terminal().out();
        out.println(labels.text(
                "serve.ready",
                workplace.config().name(),
                workplace.config().nights().at().toString(),
                workplace.config().calendar().zone().getId()));
        out.println(labels.text("serve.logs"));
        out.flush();
    }

    /** Being told to stop is no failure, whatever number the signal has. */
    private static void end(Service service) {
        service.close();
        Runtime.getRuntime().halt(ExitCode.DONE);
    }
}
