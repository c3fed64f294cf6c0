package vn.nhip.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.app.Masked;
import vn.nhip.export.Report;
import vn.nhip.store.Quarantine;
import vn.nhip.store.RunHistory;

/** How every account stands, what is being read just now, and the records that could not be read. */
public record SyncPage(List<Account> accounts, List<HeldBack> heldBack, String waiting, boolean busy) {

    /** One account; the tone of its standing is ok, waits or trouble. */
    record Account(
            String name,
            String title,
            String connector,
            String standing,
            String tone,
            String lastSuccess,
            String completeThrough,
            String records,
            String duration,
            String next,
            String progress,
            String error,
            String reconnect) {}

    /** One record; its value is shown masked, and to admins only. */
    record HeldBack(String id, String account, String slice, String at, String field, String value, String reason) {}

    /** What the page is made of; {@code progress} has the records read so far of the accounts that are being read, {@code ended} the connections to make anew, by account. */
    public record Subject(
            List<Report.Source> sources,
            List<RunHistory.Entry> runs,
            List<Quarantine.Entry> heldBack,
            long waiting,
            Map<String, Long> progress,
            Map<String, String> ended) {}

    public static SyncPage of(Subject subject, boolean raw, Wording words) {
        return new SyncPage(
                subject.sources().stream()
                        .map(source -> account(source, subject, words))
                        .toList(),
                subject.heldBack().stream().map(entry -> heldBack(entry, raw)).toList(),
                words.count(subject.waiting()),
                !subject.progress().isEmpty());
    }

    private static Account account(Report.Source source, Subject subject, Wording words) {
        List<RunHistory.Entry> runs = subject.runs().stream()
                .filter(run -> run.account().equals(source.account()))
                .toList();
        Optional<Instant> waits = runs.stream()
                .limit(1)
                .flatMap(run -> run.waitingUntil().stream())
                .findFirst();
        Optional<Instant> due =
                runs.stream().flatMap(run -> run.nextDue().stream()).findFirst();
        Optional<Long> records = Optional.ofNullable(subject.progress().get(source.account()));
        String ended = subject.ended().getOrDefault(source.account(), "");
        String standing = records.isPresent()
                ? "running"
                : !source.lastError().isEmpty() || !ended.isEmpty()
                        ? "trouble"
                        : waits.isPresent() ? "waits" : source.lastSuccess().isPresent() ? "fine" : "never";
        return new Account(
                source.account(),
                source.title(),
                source.connector(),
                words.text("web.sync.standing." + standing),
                standing,
                words.moment(source.lastSuccess()),
                words.day(source.completeThrough()),
                words.count(source.records().orElseThrow()),
                seconds(runs, words),
                words.moment(waits.or(() -> due)),
                records.map(count -> words.text("web.sync.progress", words.count(count)))
                        .orElse(""),
                ended.isEmpty() ? source.lastError() : words.text("web.sync.ended", ended),
                ended);
    }

    /** Streams of one account are read side by side: from the first start to the last end of its newest runs. */
    private static String seconds(List<RunHistory.Entry> runs, Wording words) {
        Optional<Instant> newest =
                runs.stream().map(RunHistory.Entry::startedAt).max(Instant::compareTo);
        List<RunHistory.Entry> last = runs.stream()
                .filter(run -> newest.filter(
                                at -> Duration.between(run.startedAt(), at).toMinutes() < 5)
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

    private static HeldBack heldBack(Quarantine.Entry entry, boolean raw) {
        return new HeldBack(
                Long.toString(entry.id()),
                entry.account(),
                entry.slice(),
                entry.at(),
                entry.field(),
                raw ? Masked.text(entry.value()) : "",
                entry.reason());
    }
}
