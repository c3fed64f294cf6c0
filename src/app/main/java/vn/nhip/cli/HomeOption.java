package vn.nhip.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nhip.app.Home;
import vn.nhip.app.Workplace;

/** Which installation a command works on. */
final class HomeOption {

    @Option(names = "--home", paramLabel = "DIR", description = "The home folder; default: NHIP_HOME, else ~/.nhip.")
    private @Nullable Path folder;

    Home home(Surroundings surroundings) {
        return Home.find(Optional.ofNullable(folder), surroundings.environment());
    }

    /** For commands that change nothing: they work beside the service. */
    Workplace openToRead(Surroundings surroundings) {
        return Workplace.openToRead(home(surroundings), surroundings.clock());
    }

    Workplace open(Surroundings surroundings) {
        return Workplace.open(home(surroundings), surroundings.clock());
    }
}
