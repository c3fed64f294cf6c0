package vn.nhip.sandbox.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes workbooks whose bytes follow from their content alone. */
final class Xlsx {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Xlsx() {}

    static byte[] write(List<Table> sheets) {
        try {
            Path draft = Files.createTempFile("nhip-sample", ".xlsx");
            try {
                draft(sheets, draft);
                return timeless(draft);
            } finally {
                Files.delete(draft);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("a sample workbook cannot be written to the temporary folder", cause);
        }
    }

    private static void draft(List<Table> sheets, Path draft) throws IOException {
        try (OutputStream out = Files.newOutputStream(draft);
                Workbook workbook = new Workbook(out, "Nhip", "1.0")) {
            workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
            sheets.forEach(table -> sheet(workbook.newWorksheet(table.name()), table));
        }
    }

    private static void sheet(Worksheet sheet, Table table) {
        int row = 0;
        for (String title : table.title()) {
            sheet.value(row++, 0, title);
        }
        for (int column = 0; column < table.header().size(); column++) {
            sheet.value(row, column, table.header().get(column));
            sheet.style(row, column).bold().set();
        }
        for (List<Object> cells : table.rows()) {
            row++;
            for (int column = 0; column < cells.size(); column++) {
                cell(sheet, row, column, cells.get(column));
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (value instanceof BigDecimal number) {
            sheet.value(row, column, number);
            sheet.style(row, column).format("#,##0").set();
        } else if (!value.equals("")) {
            sheet.value(row, column, value.toString());
        }
    }

    /** The same archive without the hour at which it was made. */
    private static byte[] timeless(Path draft) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(draft.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry timeless = new ZipEntry(entry.getName());
                timeless.setTimeLocal(NO_TIME);
                out.putNextEntry(timeless);
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.write(entry.getName().equals("docProps/core.xml") ? withoutCreation(content) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] withoutCreation(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceFirst("(<dcterms:created [^>]*>)[^<]*", "$1" + NO_TIME + ":00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
