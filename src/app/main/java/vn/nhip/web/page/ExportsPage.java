package vn.nhip.web.page;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nhip.handout.ExportLog;
import vn.nhip.handout.Feeds;
import vn.nhip.handout.MorningReaders;
import vn.nhip.spi.DayRange;

/**
 * The forms in which numbers leave: files, addresses that spreadsheets read, and the morning mail.
 *
 * <p>Shape: {@code address} is a feed's, shown once after it was made, else empty.
 */
public record ExportsPage(
        String folder,
        List<Made> made,
        String address,
        List<FeedRow> feeds,
        List<ReaderRow> readers,
        boolean mailPossible,
        boolean everywhere,
        SheetsPart sheets) {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** What there is to show. */
    public record Subject(
            Path folder,
            List<ExportLog.Handed> made,
            List<Feeds.Feed> feeds,
            List<MorningReaders.Reader> readers,
            boolean mailPossible,
            boolean everywhere,
            SheetsPart sheets) {}

    /** One file that was made; {@code changes} leads to what became another number since. */
    record Made(String name, String at, String who, String days, String changes) {}

    record FeedRow(String id, String name, String what, String who, String made, String read) {}

    record ReaderRow(String id, String address, String when, String language, String who, String failure) {}

    public static ExportsPage of(Subject subject, Optional<URI> address, Wording words) {
        return new ExportsPage(
                subject.folder().toString(),
                subject.made().stream().map(file -> made(file, words)).toList(),
                address.map(URI::toString).orElse(""),
                subject.feeds().stream().map(feed -> row(feed, words)).toList(),
                subject.readers().stream().map(reader -> row(reader, words)).toList(),
                subject.mailPossible(),
                subject.everywhere(),
                subject.sheets());
    }

    private static Made made(ExportLog.Handed file, Wording words) {
        return new Made(
                file.name(),
                words.moment(Optional.of(file.at())),
                file.who(),
                days(file.days(), words),
                "/exports/" + file.id() + "/changes");
    }

    private static String days(DayRange days, Wording words) {
        boolean all = days.first().equals(FIRST) && days.last().equals(LAST);
        return all
                ? words.text("web.exports.all-days")
                : (days.first().equals(FIRST) ? "…" : words.day(Optional.of(days.first()))) + " – "
                        + (days.last().equals(LAST) ? "…" : words.day(Optional.of(days.last())));
    }

    private static FeedRow row(Feeds.Feed feed, Wording words) {
        Feeds.Wanted wanted = feed.wanted();
        return new FeedRow(
                Long.toString(feed.id()),
                wanted.name(),
                program(wanted.form()) + " · "
                        + words.text("web.feeds.scope." + wanted.scope().id()),
                feed.madeBy(),
                words.moment(Optional.of(feed.madeAt())),
                words.moment(feed.readAt()));
    }

    private static String program(Feeds.Form form) {
        return switch (form) {
            case EXCEL -> "Excel";
            case SHEETS -> "Google Sheets";
        };
    }

    private static ReaderRow row(MorningReaders.Reader reader, Wording words) {
        MorningReaders.Wanted wanted = reader.wanted();
        return new ReaderRow(
                Long.toString(reader.id()),
                wanted.address(),
                words.text("web.mail.cadence." + wanted.cadence().id()),
                words.text("web.language." + Card.id(wanted.language())),
                reader.madeBy(),
                reader.failure());
    }
}
