package vn.nhip.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.nhip.app.Masked;
import vn.nhip.export.Report;
import vn.nhip.store.Quarantine;
import vn.nhip.store.QuotaLedger;
import vn.nhip.store.RunHistory;

/** How every account stands, what is being read just now, and the records that could not be read. */
public record SyncPage(
        List<Account> accounts, List<HeldBack> heldBack, String waiting, boolean busy, String yesterday) {

    /** One account; {@code next} is when it is read again, the quotas are those that its source speaks of. */
    record Account(
            String name,
            String title,
            String connector,
            Standing standing,
            String lastSuccess,
            String completeThrough,
            String records,
            String duration,
            String next,
            List<String> quotas,
            Problem problem) {}

    /** How an account stands; the tone is fine, waits, stopped, never, running or trouble. */
    record Standing(String text, String tone, String progress) {

        boolean running() {
            return tone.equals("running");
        }
    }

    /** What went wrong last: what to do in one sentence, the words of the source, and the connection to make anew. */
    record Problem(String fix, String detail, String reconnect) {

        static final Problem NONE = new Problem("", "", "");
    }

    /** One record; its value is shown masked, and to admins only. */
    record HeldBack(
            String id, String account, String slice, String at, String field, String value, RefusalWords reason) {}

    /** What the page is made of; {@code progress} has the records read so far of the accounts that are being read, {@code ended} the connections to make anew, by account. */
    public record Subject(
            List<Report.Source> sources,
            List<RunHistory.Entry> runs,
            List<QuotaLedger.Level> quotas,
            List<Quarantine.Entry> heldBack,
            long waiting,
            Map<String, Long> progress,
            Map<String, String> ended,
            LocalDate today) {}

    public static SyncPage of(Subject subject, boolean raw, Wording words) {
        SyncAccounts accounts = new SyncAccounts(subject, words);
        return new SyncPage(
                subject.sources().stream().map(accounts::of).toList(),
                subject.heldBack().stream()
                        .map(entry -> heldBack(entry, raw, words))
                        .toList(),
                words.count(subject.waiting()),
                !subject.progress().isEmpty(),
                subject.today().minusDays(1).toString());
    }

    private static HeldBack heldBack(Quarantine.Entry entry, boolean raw, Wording words) {
        return new HeldBack(
                Long.toString(entry.id()),
                entry.account(),
                entry.slice(),
                RefusalWords.place(entry.at(), words),
                entry.field(),
                raw ? Masked.text(entry.value()) : "",
                RefusalWords.of(entry.reason(), words));
    }
}
