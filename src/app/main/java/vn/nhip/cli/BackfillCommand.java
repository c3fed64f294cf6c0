package vn.nhip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.nhip.app.Workplace;
import vn.nhip.spi.DayRange;
import vn.nhip.sync.SyncRequest;

/** Reads days of the past again, or for the first time. */
@Command(
        name = "backfill",
        description =
                "Reads these days of the accounts, again or for the first time, newest first. What is not done today,"
                        + " because a quota is used up, is read by the next nights.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  nhip backfill --account ga4 --from 2024-01-01 --to 2024-12-31"})
final class BackfillCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private AccountsOption accounts = new AccountsOption();

    @Mixin
    private DaysOption days = new DaysOption();

    BackfillCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        DayRange range = days.days()
                .orElseThrow(() ->
                        new CommandException(ExitCode.USAGE, "Say which days: --from 2024-01-01 --to 2024-12-31"));
        try (Workplace workplace = home.open(surroundings)) {
            return new SyncRun(workplace, surroundings.terminal()).run(accounts.of(workplace), SyncRequest.days(range));
        }
    }
}
