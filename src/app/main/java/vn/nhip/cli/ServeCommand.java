package vn.nhip.cli;

import io.javalin.util.JavalinBindException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhip.app.Service;
import vn.nhip.app.Workplace;
import vn.nhip.config.OperatorConfig;
import vn.nhip.config.OperatorFile;
import vn.nhip.export.Labels;
import vn.nhip.web.WebServer;
import vn.nhip.web.WebSettings;

/** Serves the screen and reads every night, closes periods, writes the workbook, until it is told to stop. */
@Command(
        name = "serve",
        description =
                "Runs until it is stopped: serves the screen on this machine, reads every account each night, brings the"
                        + " KPIs up to date, closes days, weeks and months, and writes the workbook into the folder that"
                        + " nhip.yaml names.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  nhip serve", "  nhip serve --port 9090", "  nhip serve --home /srv/nhip"})
final class ServeCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--port", description = "The screen's port on this machine; default: operator.yaml, else 8484.")
    private @Nullable Integer port;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Workplace workplace = home.open(surroundings);
        Service service = Service.start(workplace);
        WebServer web = screen(workplace, service);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(web, service), "stop"));
        say(workplace, web);
        new CountDownLatch(1).await();
        return ExitCode.DONE;
    }

    /** A port that is taken ends the command: whoever starts a service wants to know. */
    private WebServer screen(Workplace workplace, Service service) {
        OperatorConfig operator = OperatorFile.read(workplace.home().operatorFile());
        int wanted = port == null ? operator.web().port() : port;
        try {
            return WebServer.start(
                    workplace,
                    new WebSettings(wanted, operator.web().publicUrl(), false),
                    service::perform,
                    Optional.empty());
        } catch (JavalinBindException taken) {
            service.close();
            Labels labels = Labels.of(workplace.config().language());
            throw new CommandException(
                    ExitCode.FAILED,
                    labels.text("serve.port-taken", Integer.toString(wanted), Integer.toString(wanted + 1)));
        }
    }

    private void say(Workplace workplace, WebServer web) {
        Labels labels = Labels.of(workplace.config().language());
        PrintWriter out = surroundings.terminal().out();
        out.println(labels.text(
                "serve.ready",
                workplace.config().name(),
                workplace.config().nights().at().toString(),
                workplace.config().calendar().zone().getId()));
        out.println(labels.text("serve.screen", web.address().toString()));
        web.firstCode()
                .ifPresent(code ->
                        out.println(labels.text("serve.first", web.address().toString(), code.reveal())));
        out.println(labels.text("serve.logs"));
        out.flush();
    }

    /** Being told to stop is no failure, whatever number the signal has. */
    private static void end(WebServer web, Service service) {
        web.close();
        service.close();
        Runtime.getRuntime().halt(ExitCode.DONE);
    }
}
