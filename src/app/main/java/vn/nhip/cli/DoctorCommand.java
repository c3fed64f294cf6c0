package vn.nhip.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nhip.app.Checkup;

/** Looks over the installation and says what to do. */
@Command(
        name = "doctor",
        description =
                "Checks the home folder, the configuration, the store, its keys and the sources; says what to do.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  nhip doctor"})
final class DoctorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        boolean well = true;
        for (Checkup.Finding finding : Checkup.of(home.home(surroundings), surroundings.clock())) {
            surroundings
                    .terminal()
                    .out()
                    .printf("%-8s %s%n", finding.level().name().toLowerCase(Locale.ROOT), finding.text());
            well &= finding.level() != Checkup.Level.WRONG;
        }
        return well ? ExitCode.DONE : ExitCode.FAILED;
    }
}
