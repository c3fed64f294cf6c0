package vn.nhip.cli;

import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import vn.nhip.app.Workplace;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.store.RunCounts;
import vn.nhip.sync.SyncError;
import vn.nhip.sync.SyncReport;

/** Reads accounts one after the other, says what each gave, then refreshes the KPIs. */
final class SyncRun {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Labels labels;
    private final Numbers numbers;

    SyncRun(Workplace workplace, Terminal terminal) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.labels = Labels.of(workplace.config().language());
        this.numbers = Numbers.of(labels, workplace.config().calendar().currency());
    }

    int run(List<String> accounts) {
        TextTable table = new TextTable(List.of(
                labels.text("sync.account"),
                ">" + labels.text("sync.records"),
                ">" + labels.text("sync.facts"),
                ">" + labels.text("sync.changed"),
                ">" + labels.text("sync.removed"),
                ">" + labels.text("sync.filtered"),
                ">" + labels.text("sync.quarantined")));
        boolean ok = true;
        long quarantined = 0;
        for (String account : accounts) {
            SyncReport report = read(account);
            row(table, report);
            report.errors().forEach(this::complain);
            ok &= report.ok();
            quarantined += report.counts().quarantined();
        }
        workplace.refresh();
        terminal.out().print(table.render());
        if (quarantined > 0) {
            terminal.out().println(labels.text("sync.quarantine-hint", numbers.count(quarantined)));
        }
        return ok ? ExitCode.DONE : ExitCode.FAILED;
    }

    private SyncReport read(String account) {
        if (!terminal.interactive()) {
            return workplace.sync(account, progress -> {});
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(account)
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(-1)
                .clearDisplayOnFinish()
                .build()) {
            return workplace.sync(account, progress -> {
                bar.stepTo(progress.records());
                bar.setExtraMessage(progress.slice());
            });
        }
    }

    private void row(TextTable table, SyncReport report) {
        RunCounts counts = report.counts();
        table.row(
                report.account(),
                numbers.count(counts.records()),
                numbers.count(counts.facts()),
                numbers.count(counts.changed()),
                numbers.count(counts.removed()),
                numbers.count(counts.filtered()),
                numbers.count(counts.quarantined()));
    }

    private void complain(SyncError error) {
        terminal.err()
                .println(labels.text(
                        "sync.error", error.slice().isEmpty() ? error.stream() : error.slice(), error.message()));
    }
}
