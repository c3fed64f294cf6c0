package vn.nhip.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import vn.nhip.config.Nights;
import vn.nhip.export.Exporter;
import vn.nhip.schedule.Chores;

/**
 * After the syncs: the KPIs, then the file in the folder that somebody chose, then whoever wants to know is told. The
 * file's name stays, so that own sheets stay too.
 */
final class MorningChores implements Chores {

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
        workplace.config().nights().export().ifPresent(this::export);
        workplace.telling().send(Duration.ZERO);
    }

    private void export(Nights.ExportTarget target) {
        Exporter.Format format = Exporter.Format.valueOf(target.format().name());
        String ending = format == Exporter.Format.XLSX ? ".xlsx" : ".csv";
        Path folder = workplace.home().folder().resolve(target.folder());
        workplace.export(
                format, Optional.of(folder.resolve("kpi_" + workplace.config().id() + ending)));
    }
}
