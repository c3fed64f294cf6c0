package vn.nhip.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What happens unattended.
 *
 * <p>Shape: each account is read once a local day, at {@code at} in the business zone and up to {@code jitter} later; a
 * first reading goes {@code historyMonths} back. So many slices are read at a time, and an account has so much time.
 * Then the workbook is written, where somebody wants it, and {@code receivers} hear what they should know.
 */
public record Nights(
        LocalTime at,
        Duration jitter,
        int historyMonths,
        Pace pace,
        Optional<ExportTarget> export,
        Receivers receivers) {

    public static final Nights DEFAULT = new Nights(
            LocalTime.of(2, 0),
            Duration.ofMinutes(20),
            25,
            new Pace(8, Duration.ofHours(2)),
            Optional.empty(),
            Receivers.NOBODY);

    /** How many slices are read at a time over all accounts, and how long one account may take. */
    public record Pace(int sideBySide, Duration perAccount) {}

    /** Where the file of the morning lies; a relative folder leads from the home folder. */
    public record ExportTarget(Path folder, Format format) {}

    /** Who hears of failures, reconnects and published numbers: e-mail addresses, and the webhook that was connected. */
    public record Receivers(List<String> mail, boolean webhook) {

        public static final Receivers NOBODY = new Receivers(List.of(), false);

        public Receivers {
            mail = List.copyOf(mail);
        }
    }

    public enum Format {
        XLSX,
        CSV,
        CSV_EXCEL,
        CSV_SCRIPTS
    }
}
