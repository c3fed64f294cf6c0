package vn.nhip.connector.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.ConnectorException;

/** The rows of one sheet of an XLSX workbook, read as a stream; rows without any value are no records. */
final class SheetRows implements Rows {

    private static final int MAX_COLUMNS = 2_000;

    private final String name;
    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final List<String> header;
    private final StringBuilder page = new StringBuilder();
    private int[] wanted = {};
    private int pageRow = 1; // where the end of the page stands
    private String lastText = "";

    SheetRows(Path file, String name, Reading reading) throws IOException {
        this.name = name;
        WorkbookGuard.check(file, name);
        this.workbook = sane(() -> open(file));
        this.sheet = sane(() -> find(reading.sheet()));
        this.stream = sane(this::openStream);
        this.rows = stream.iterator();
        Heading heading = reading.heading();
        this.header = heading.row() == 0 ? heading.names() : readHeader(heading.row());
    }

    private static ReadableWorkbook open(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private Stream<org.dhatim.fastexcel.reader.Row> openStream() {
        try {
            return sheet.openStream();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private Sheet find(Optional<String> wantedName) {
        List<Sheet> sheets = workbook.getSheets().toList();
        return sheets.stream()
                .filter(each -> wantedName.isEmpty() || each.getName().equals(wantedName.get()))
                .findFirst()
                .orElseThrow(() -> ConnectorException.data(name + ": has no sheet "
                        + wantedName.map(wanted -> "'" + wanted + "'").orElse("at all") + "; it has "
                        + sheets.stream().map(Sheet::getName).toList()));
    }

    private List<String> readHeader(int headerRow) {
        while (sane(rows::hasNext)) {
            org.dhatim.fastexcel.reader.Row row = sane(rows::next);
            if (row.getRowNum() == headerRow) {
                List<String> names = new ArrayList<>();
                for (int column = 0; column < Math.min(row.getCellCount(), MAX_COLUMNS); column++) {
                    names.add(SheetCell.text(value(row, column)));
                }
                return names;
            }
            if (row.getRowNum() > headerRow) {
                break;
            }
        }
        return List.of();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void want(int[] columns) {
        wanted = columns;
    }

    @Override
    public Optional<Row> next() {
        while (sane(rows::hasNext)) {
            org.dhatim.fastexcel.reader.Row row = sane(rows::next);
            String text = render(row);
            if (!text.isBlank()) {
                lastText = text;
                page.append("\n".repeat(Math.max(0, row.getRowNum() - pageRow))).append(text);
                pageRow = row.getRowNum();
                return Optional.of(read(row));
            }
        }
        return Optional.empty();
    }

    private Row read(org.dhatim.fastexcel.reader.Row row) {
        @Nullable Object[] cells = new @Nullable Object[wanted.length];
        Row.Problem problem = null;
        for (int slot = 0; slot < wanted.length; slot++) {
            if (wanted[slot] == UNWANTED) {
                continue;
            }
            Cell cell = row.getOptionalCell(wanted[slot]).orElse(null);
            if (cell != null && cell.getType() == CellType.ERROR) {
                String name = header.get(wanted[slot]);
                problem = new Row.Problem(
                        name, Optional.ofNullable(cell.getRawValue()).orElse(""), "the cell shows an error");
            } else {
                cells[slot] = value(row, wanted[slot]);
            }
        }
        return new Row(row.getRowNum(), row.getRowNum(), cells, problem);
    }

    private @Nullable Object value(org.dhatim.fastexcel.reader.Row row, int column) {
        return sane(() -> Optional.ofNullable(
                        SheetCell.value(row.getOptionalCell(column).orElse(null))))
                .orElse(null);
    }

    private String render(org.dhatim.fastexcel.reader.Row row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < Math.min(row.getCellCount(), MAX_COLUMNS); column++) {
            text.append(column == 0 ? "" : "\t")
                    .append(SheetCell.text(value(row, column)).replaceAll("[\t\r\n]", " "));
        }
        return text.toString();
    }

    /** Runs the reading library, whose failures on a damaged workbook are of many types. */
    private <T> T sane(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConnectorException known) {
            throw known;
        } catch (RuntimeException damaged) {
            throw new ConnectorException(
                    ConnectorException.Kind.DATA,
                    name + ": the workbook is damaged (" + damaged.getMessage()
                            + "); open it in a spreadsheet program, save it anew, and import that",
                    Optional.empty(),
                    damaged);
        }
    }

    @Override
    public String text(Row row) {
        return lastText;
    }

    @Override
    public byte[] take(long lastLine) {
        byte[] taken = page.toString().getBytes(StandardCharsets.UTF_8);
        drop(lastLine);
        return taken;
    }

    @Override
    public void drop(long lastLine) {
        page.setLength(0);
        pageRow = (int) Math.min(lastLine, Integer.MAX_VALUE - 1) + 1;
    }

    @Override
    public String placeName() {
        return "sheet " + sheet.getName() + " row ";
    }

    @Override
    public String places(long first, long last) {
        return "sheet " + sheet.getName() + " rows " + first + "–" + last;
    }

    @Override
    public String mediaType() {
        return "text/tab-separated-values";
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
