package vn.nhip.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import vn.nhip.app.Workplace;
import vn.nhip.export.Labels;
import vn.nhip.export.Numbers;
import vn.nhip.store.RunCounts;
import vn.nhip.sync.SyncError;
import vn.nhip.sync.SyncListener;
import vn.nhip.sync.SyncReport;
import vn.nhip.sync.SyncRequest;

/** Reads accounts side by side, says what each gave, then refreshes the KPIs. */
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
        return run(accounts, SyncRequest.MANUAL);
    }

    int run(List<String> accounts, SyncRequest request) {
        TextTable table = new TextTable(List.of(
                labels.text("sync.account"),
                ">" + labels.text("sync.records"),
                ">" + labels.text("sync.facts"),
                ">" + labels.text("sync.changed"),
                ">" + labels.text("sync.removed"),
                ">" + labels.text("sync.filtered"),
                ">" + labels.text("sync.quarantined")));
        boolean ok = true;
        boolean full = false;
        RunCounts counts = RunCounts.NONE;
        for (SyncReport report : read(accounts, request)) {
            row(table, report);
            report.waitingUntil().ifPresent(until -> waits(report.account(), until));
            report.errors().forEach(this::complain);
            report.vanished().forEach(file -> gone(report.account(), file));
            ok &= report.ok();
            full |= report.errors().stream().anyMatch(error -> error.kind().equals(SyncError.DISK));
            counts = counts.plus(report.counts());
        }
        terminal.out().print(table.render());
        hint("sync.quarantine-hint", counts.quarantined());
        hint("sync.repeated-hint", counts.repeated());
        if (!full) {
            workplace.refresh();
        }
        return ok ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void gone(String account, String file) {
        terminal.err().println(labels.text("sync.vanished", file, account));
    }

    private void hint(String key, long count) {
        if (count > 0) {
            terminal.out().println(labels.text(key, numbers.count(count)));
        }
    }

    private List<SyncReport> read(List<String> accounts, SyncRequest request) {
        if (!terminal.interactive()) {
            return workplace.sync(accounts, request, SyncListener.SILENT);
        }
        Map<String, Long> records = new ConcurrentHashMap<>();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(accounts.size() == 1 ? accounts.get(0) : labels.text("sync.records"))
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(-1)
                .clearDisplayOnFinish()
                .build()) {
            return workplace.sync(accounts, request, progress -> {
                records.put(progress.account(), progress.records());
                bar.stepTo(records.values().stream().mapToLong(Long::longValue).sum());
                bar.setExtraMessage(progress.account() + " " + progress.slice());
            });
        }
    }

    private void waits(String account, Instant until) {
        terminal.out()
                .println(labels.text(
                        "sync.waits",
                        account,
                        numbers.moment(until, workplace.config().calendar().zone())));
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
