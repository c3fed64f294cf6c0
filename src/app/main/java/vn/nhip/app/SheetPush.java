package vn.nhip.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nhip.config.OperatorFile;
import vn.nhip.connection.Connection;
import vn.nhip.export.CloudTab;
import vn.nhip.export.ExportException;
import vn.nhip.export.Labels;
import vn.nhip.export.Report;
import vn.nhip.export.ReportReader;
import vn.nhip.handout.Feeds;
import vn.nhip.handout.Sheets;
import vn.nhip.sheet.SheetException;
import vn.nhip.sheet.SheetException.Reason;
import vn.nhip.sheet.SheetWriter;
import vn.nhip.spi.ConnectorException;
import vn.nhip.store.Notice;

/**
 * Writes the numbers into the Google Sheets that somebody chose: after each night, and when somebody asks.
 *
 * <p>Calls: one thread at a time, so that no two write into one spreadsheet.
 */
public final class SheetPush {

    private static final Logger LOG = LoggerFactory.getLogger(SheetPush.class);
    private static final String SOURCE = "google-sheets";
    /** Whoever can do something about it is told when it is no moment's trouble any more. */
    private static final int TOLD_AFTER = 5;

    private final Workplace workplace;

    public SheetPush(Workplace workplace) {
        this.workplace = workplace;
    }

    /** This morning's numbers are ready. */
    void announce() {
        sheets().announce();
    }

    /** Writes those whose time has come; what does not succeed is kept with its reason. */
    public void send() {
        sheets().due().forEach(this::push);
    }

    private Sheets sheets() {
        return workplace.handouts().sheets();
    }

    private void push(Sheets.Sheet sheet) {
        try {
            long mark = workplace.values().mark();
            String title = write(sheet);
            sheets().written(sheet, title);
            workplace.handouts().log().note(MorningChores.BY_NIGHT, "Google Sheets: " + title, ReportReader.EVER, mark);
        } catch (SheetException failure) {
            failed(sheet, failure);
        } catch (ExportException tooLong) {
            failed(sheet, SheetException.of(Reason.TOO_LARGE, String.valueOf(tooLong.getMessage())));
        } catch (RuntimeException fault) {
            sheets().failed(sheet, Reason.FAULT.id());
            throw fault;
        }
    }

    private String write(Sheets.Sheet sheet) {
        Sheets.Wanted wanted = sheet.wanted();
        Connecting connecting = workplace.connecting();
        Connection connection = connecting
                .find(wanted.connection())
                .orElseThrow(
                        () -> SheetException.of(Reason.CONNECTION, "there is no connection " + wanted.connection()));
        if (!connecting.mayWriteSheets(connection)) {
            throw SheetException.of(Reason.SCOPE, connection.name() + " was not made for writing");
        }
        Report report = workplace.report().in(wanted.language());
        List<CloudTab> tabs = CloudTab.of(wanted.scope() == Feeds.Scope.TOTALS ? report.totalsOnly() : report);
        try {
            return new SheetWriter(
                            connecting.writer(connection),
                            OperatorFile.read(workplace.home().operatorFile())
                                    .site(SOURCE)
                                    .base(),
                            workplace.clock())
                    .write(wanted.spreadsheet(), workplace.config().id(), tabs);
        } catch (ConnectorException broken) {
            throw SheetException.of(broken);
        }
    }

    private void failed(Sheets.Sheet sheet, SheetException failure) {
        String why = failure.reason().id();
        LOG.warn("a spreadsheet was not written: {}", failure.getMessage());
        if (failure.reason().passes()) {
            sheets().later(sheet, why, failure.waiting());
        } else {
            sheets().failed(sheet, why);
        }
        boolean worked = sheet.written().isPresent();
        if (worked && (!failure.reason().passes() || sheet.attempts() + 1 == TOLD_AFTER)) {
            workplace.notice(notice(sheet, why));
        }
    }

    private Notice notice(Sheets.Sheet sheet, String why) {
        Labels labels = Labels.of(workplace.config().language());
        return new Notice(
                Notice.Kind.EXPORT_FAILED,
                workplace.today() + "/sheet/" + sheet.id(),
                Map.of("file", "Google Sheets: " + sheet.title(), "message", sentence(sheet, why, labels)));
    }

    /** What kept it off, and what to do about it. */
    public String sentence(Sheets.Sheet sheet, String why, Labels labels) {
        String connection = sheet.wanted().connection();
        Optional<String> shareWith = workplace.connecting().find(connection).flatMap(workplace.connecting()::shareWith);
        return labels.text("sheets.failed." + why, connection, shareWith.orElse(labels.text("sheets.the-login")));
    }
}
