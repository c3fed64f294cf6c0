package vn.nhip.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A streaming workbook whose file holds no time of writing, so that the same content gives the same bytes. */
final class FixedTimeWorkbook extends SXSSFWorkbook {

    /** A zip holds local wall-clock time: the same one in every zone, and in every zone after its first year, 1980. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1981, 1, 1, 0, 0);

    private static final int ROWS_IN_MEMORY = 100;

    FixedTimeWorkbook(XSSFWorkbook workbook) {
        super(workbook, ROWS_IN_MEMORY);
        // It would leave out the rows that are already in memory: the header.
        setShouldCalculateSheetDimensions(false);
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out) {
            @Override
            public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
                entry.setTime(NO_TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
                super.putArchiveEntry(entry);
            }
        };
        zip.setLevel(Deflater.BEST_SPEED);
        zip.setUseZip64(Zip64Mode.Never);
        return zip;
    }
}
