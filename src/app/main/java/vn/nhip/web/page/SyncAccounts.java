package vn.nhip.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.nhip.export.Report;
import vn.nhip.store.QuotaLedger;
import vn.nhip.store.RunHistory;

/** Says of one account how it stands, from its freshness, its last runs and its quotas. */
record SyncAccounts(SyncPage.Subject subject, Wording words) {

    private static final int TOGETHER_MINUTES = 5;

    SyncPage.Account of(Report.Source source) {
        List<RunHistory.Entry> runs = subject.runs().stream()
                .filter(run -> run.account().equals(source.account()))
                .toList();
        Optional<Instant> waits = waits(runs);
        Optional<Instant> due =
                runs.stream().flatMap(run -> run.nextDue().stream()).findFirst();
        return new SyncPage.Account(
                source.account(),
                source.title(),
                source.connector(),
                standing(source, runs),
                words.moment(source.lastSuccess()),
                words.day(source.completeThrough()),
                words.count(source.records().orElseThrow()),
                seconds(runs),
                words.moment(waits.or(() -> due)),
                subject.quotas().stream()
                        .filter(level -> level.account().equals(source.account()))
                        .map(this::quota)
                        .toList(),
                problem(source, runs));
    }

    private static Optional<Instant> waits(List<RunHistory.Entry> runs) {
        return runs.stream()
                .limit(1)
                .flatMap(run -> run.waitingUntil().stream())
                .findFirst();
    }

    private SyncPage.Standing standing(Report.Source source, List<RunHistory.Entry> runs) {
        Optional<Long> records = Optional.ofNullable(subject.progress().get(source.account()));
        boolean stopped = runs.stream().limit(1).anyMatch(run -> run.status().equals("cancelled"));
        String tone = records.isPresent()
                ? "running"
                : !source.lastError().isEmpty() || subject.ended().containsKey(source.account())
                        ? "trouble"
                        : waits(runs).isPresent()
                                ? "waits"
                                : stopped ? "stopped" : source.lastSuccess().isPresent() ? "fine" : "never";
        return new SyncPage.Standing(
                words.text("web.sync.standing." + tone),
                tone,
                records.map(count -> words.text("web.sync.progress", words.count(count)))
                        .orElse(""));
    }

    private SyncPage.Problem problem(Report.Source source, List<RunHistory.Entry> runs) {
        String ended = subject.ended().getOrDefault(source.account(), "");
        if (!ended.isEmpty()) {
            return new SyncPage.Problem(words.text("web.sync.ended", ended), "", ended);
        }
        if (source.lastError().isEmpty()) {
            return SyncPage.Problem.NONE;
        }
        String key = "web.sync.error."
                + runs.stream()
                        .filter(run -> run.error().equals(source.lastError()))
                        .map(RunHistory.Entry::errorKind)
                        .findFirst()
                        .orElse("");
        return new SyncPage.Problem(
                words.text(words.labels().has(key) ? key : "web.sync.error.internal"), source.lastError(), "");
    }

    private String quota(QuotaLedger.Level level) {
        String left = words.count(level.left());
        String resets = words.moment(Optional.of(level.resets()));
        return level.whole().isPresent()
                ? words.text(
                        "web.sync.quota-of",
                        level.name(),
                        left,
                        words.count(level.whole().getAsLong()),
                        resets)
                : words.text("web.sync.quota-left", level.name(), left, resets);
    }

    /** Streams of one account are read side by side: from the first start to the last end of its newest runs. */
    private String seconds(List<RunHistory.Entry> runs) {
        Optional<Instant> newest =
                runs.stream().map(RunHistory.Entry::startedAt).max(Instant::compareTo);
        List<RunHistory.Entry> last = runs.stream()
                .filter(run -> newest.filter(
                                at -> Duration.between(run.startedAt(), at).toMinutes() < TOGETHER_MINUTES)
                        .isPresent())
                .toList();
        Optional<Instant> start = last.stream().map(RunHistory.Entry::startedAt).min(Instant::compareTo);
        Optional<Instant> end =
                last.stream().flatMap(run -> run.endedAt().stream()).max(Instant::compareTo);
        return start.flatMap(from -> end.map(to -> words.text(
                        "web.sync.seconds",
                        words.count(Math.max(0, Duration.between(from, to).toSeconds())))))
                .orElse("—");
    }
}
