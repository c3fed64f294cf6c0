package vn.nhip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nhip.app.Workplace;
import vn.nhip.sync.SyncRequest;

/** Reads what is new or changed in every account, then brings the KPIs up to date. */
@Command(
        name = "sync",
        description = "Reads what is new or changed in the accounts, then brings the KPIs up to date.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  nhip sync",
            "  nhip sync --account pos,web",
            "  nhip sync --account ga4 --from 2026-10-01 --to 2026-10-31",
            "  nhip sync --dry-run"
        })
final class SyncCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private AccountsOption accounts = new AccountsOption();

    @Mixin
    private DaysOption days = new DaysOption();

    @Option(names = "--dry-run", description = "Say what would be asked for, and read nothing.")
    private boolean dryRun;

    @Option(
            names = "--accept",
            description = "Take in what looks like an accident (far fewer facts than before) as it is.")
    private boolean accept;

    SyncCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SyncRequest asked = days.days().map(SyncRequest::days).orElse(SyncRequest.MANUAL);
        SyncRequest request = accept ? asked.accepting() : asked;
        try (Workplace workplace = home.open(surroundings)) {
            if (dryRun) {
                PlanText text = new PlanText(workplace);
                accounts.of(workplace).forEach(account -> surroundings
                        .terminal()
                        .out()
                        .print(text.of(workplace.syncing().plan(account, request))));
                return ExitCode.DONE;
            }
            return new SyncRun(workplace, surroundings.terminal()).run(accounts.of(workplace), request);
        }
    }
}
