package vn.nhip.connector.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes workbooks for tests: text, number and date cells as the values are. */
final class Sheets {

    private final Map<String, List<List<?>>> sheets = new LinkedHashMap<>();

    Sheets sheet(String name, List<?>... rows) {
        sheets.put(name, List.of(rows));
        return this;
    }

    Path write(Path file) {
        try (OutputStream target = Files.newOutputStream(file);
                Workbook workbook = new Workbook(target, "test", "1.0")) {
            sheets.forEach((name, rows) -> fill(workbook.newWorksheet(name), rows));
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void fill(Worksheet sheet, List<List<?>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                value(sheet, row, column, rows.get(row).get(column));
            }
        }
    }

    static void value(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("dd/MM/yyyy").set();
        } else if (value instanceof LocalDateTime time) {
            sheet.value(row, column, time);
            sheet.style(row, column).format("yyyy-MM-dd HH:mm").set();
        } else if (value instanceof Integer || value instanceof BigDecimal || value instanceof Double) {
            sheet.value(row, column, (Number) value);
        } else if (!value.equals("")) {
            sheet.value(row, column, value.toString());
        }
    }
}
