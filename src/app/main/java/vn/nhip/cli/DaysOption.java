package vn.nhip.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.nhip.spi.DayRange;

/** Which days a command is about; both ends or none. */
final class DaysOption {

    @Option(names = "--from", paramLabel = "DAY", description = "First day, as 2026-10-01.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, included.")
    private @Nullable LocalDate to;

    Optional<DayRange> days() {
        if (from == null && to == null) {
            return Optional.empty();
        }
        if (from == null || to == null || to.isBefore(from)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "Give both --from and --to, the first day not after the last: --from 2026-10-01 --to 2026-10-31");
        }
        return Optional.of(new DayRange(from, to));
    }
}
