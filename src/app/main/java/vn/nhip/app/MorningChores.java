package vn.nhip.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.nhip.config.Nights;
import vn.nhip.export.ExportException;
import vn.nhip.export.Exporter;
import vn.nhip.export.Labels;
import vn.nhip.export.ReportReader;
import vn.nhip.schedule.Chores;
import vn.nhip.store.Notice;

/**
 * After the syncs: the KPIs, then the file in the folder that somebody chose, then whoever wants to know is told, then the
 * spreadsheets in the cloud. The file's name stays, so that own sheets stay too.
 */
final class MorningChores implements Chores {

    /** In place of a person. */
    static final String BY_NIGHT = "nhip";

    private final Workplace workplace;

    MorningChores(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void refresh() {
        workplace.refresh();
    }

    @Override
    public void publish() {
        workplace.tidyUp();
        try {
            workplace.config().nights().export().ifPresent(this::export);
        } finally {
            workplace.telling().send(Duration.ZERO);
            workplace.morningMail().announce();
            workplace.morningMail().send();
            SheetPush sheets = new SheetPush(workplace);
            sheets.announce();
            sheets.send();
        }
    }

    private void export(Nights.ExportTarget target) {
        Exporter.Format format = Exporter.Format.valueOf(target.format().name());
        String ending = format == Exporter.Format.XLSX ? ".xlsx" : ".csv";
        Path folder = workplace.home().folder().resolve(target.folder());
        Path file = folder.resolve("kpi_" + workplace.config().id() + ending);
        try {
            long mark = workplace.values().mark();
            workplace.export(format, Optional.of(file));
            workplace.handouts().log().note(BY_NIGHT, name(file), ReportReader.EVER, mark);
        } catch (ExportException e) {
            workplace.notice(failed(file, e));
            throw e;
        }
    }

    /** However often it is tried again, a day has one. */
    private Notice failed(Path file, ExportException failure) {
        Labels labels = Labels.of(workplace.config().language());
        return new Notice(
                Notice.Kind.EXPORT_FAILED,
                workplace.today().toString(),
                Map.of("file", name(file), "message", failure.in(labels)));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
