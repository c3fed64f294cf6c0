package vn.nhip.export;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import vn.nhip.config.WorkspaceConfig;

/** One export by its format: the file's name and its writer. */
public final class Exporter {

    public enum Format {
        XLSX,
        CSV,
        CSV_EXCEL,
        CSV_SCRIPTS
    }

    private Exporter() {}

    /** {@code kpi_<business>_<day>.xlsx}, the day being today in the business zone. */
    public static String fileName(WorkspaceConfig config, Format format, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), config.calendar().zone());
        String ending = format == Format.XLSX ? ".xlsx" : ".csv";
        return "kpi_" + config.id() + "_" + today + ending;
    }

    /**
     * Writes the whole file or leaves the earlier one.
     *
     * @throws ExportException when the file is open elsewhere or cannot hold the report
     */
    public static void write(Report report, Format format, Path target) {
        switch (format) {
            case XLSX -> WorkbookWriter.write(report, target);
            case CSV -> CsvWriter.write(report, target, CsvWriter.Form.PEOPLE);
            case CSV_EXCEL -> CsvWriter.write(report, target, CsvWriter.Form.EXCEL);
            case CSV_SCRIPTS -> CsvWriter.write(report, target, CsvWriter.Form.SCRIPTS);
        }
    }
}
