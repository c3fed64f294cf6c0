package vn.nhip.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import vn.nhip.app.Workplace;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.sync.SyncError;
import vn.nhip.sync.SyncReport;

/** Withdraws all that a file gave which is no longer in its account's folder, then brings the KPIs up to date. */
@Command(
        name = "forget",
        description = "Withdraws all that a file gave, once the file is gone from its account's folder, then brings the"
                + " KPIs up to date.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  nhip files forget shop orders-2024.csv"})
final class ForgetCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The account that the file belonged to.")
    private String account = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file's name, without folder.")
    private String file = "";

    ForgetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = home.open(surroundings)) {
            SyncReport report = workplace.syncing().forget(account, file);
            if (!report.ok()) {
                SyncError first = report.errors().get(0);
                throw new CommandException(
                        ExitCode.FAILED, (first.slice().isEmpty() ? account : first.slice()) + ": " + first.message());
            }
            workplace.refresh();
            Labels labels = Labels.of(workplace.config().language());
            Numbers numbers = Numbers.of(labels, workplace.config().calendar().currency());
            surroundings
                    .terminal()
                    .out()
                    .println(labels.text(
                            "files.forgotten",
                            file,
                            numbers.count(report.counts().removed()),
                            numbers.count(report.counts().changed())));
            return ExitCode.DONE;
        }
    }
}
