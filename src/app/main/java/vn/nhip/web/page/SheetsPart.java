package vn.nhip.web.page;

import java.time.Instant;
import java.util.List;
import vn.nhip.handout.Sheets;

/**
 * The Google Sheets that are written, on the exports page.
 *
 * <p>Shape: {@code writing} while one of them is being written; {@code writers} are the connections that may write.
 */
public record SheetsPart(List<Row> rows, List<Writer> writers, boolean writing) {

    private static final String PLACE = "https://docs.google.com/spreadsheets/d/";

    /** One of them, and in a sentence what kept the last writing off, if anything did. */
    public record Listed(Sheets.Sheet sheet, String failure) {}

    /** A connection, and the address to share a spreadsheet with, or empty. */
    public record Writer(String name, String shareWith) {}

    record Row(
            String id,
            String name,
            String address,
            String what,
            String who,
            String written,
            boolean waits,
            String failure,
            String again) {}

    public static SheetsPart of(List<Listed> listed, List<Writer> writers, Instant now, Wording words) {
        List<Row> rows = listed.stream().map(one -> row(one, now, words)).toList();
        return new SheetsPart(rows, writers, rows.stream().anyMatch(Row::waits));
    }

    private static Row row(Listed listed, Instant now, Wording words) {
        Sheets.Sheet sheet = listed.sheet();
        Sheets.Wanted wanted = sheet.wanted();
        return new Row(
                Long.toString(sheet.id()),
                sheet.title().isEmpty() ? wanted.spreadsheet() : sheet.title(),
                PLACE + wanted.spreadsheet() + "/edit",
                words.text("web.feeds.scope." + wanted.scope().id()),
                sheet.madeBy(),
                sheet.written().isPresent() ? words.moment(sheet.written()) : "",
                sheet.due().filter(at -> !at.isAfter(now)).isPresent(),
                listed.failure(),
                sheet.due()
                        .filter(at -> at.isAfter(now))
                        .map(at -> words.text("sheets.again", words.moment(sheet.due())))
                        .orElse(""));
    }
}
