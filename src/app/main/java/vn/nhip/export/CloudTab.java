package vn.nhip.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** One table of the workbook as a tab of a spreadsheet in the cloud: a header, then rows, each cell of its own type. */
public final class CloudTab {

    private final SheetPlan plan;

    private CloudTab(SheetPlan plan) {
        this.plan = plan;
    }

    /** Every table of the workbook, none of them split. */
    public static List<CloudTab> of(Report report) {
        return new SheetPlans(new Words(report), Integer.MAX_VALUE)
                .all().stream().map(CloudTab::new).toList();
    }

    /** By which it is found again, in any language. */
    public String id() {
        return plan.table().id();
    }

    /** What to call the tab as long as nobody calls it otherwise. */
    public String title() {
        return plan.sheetName();
    }

    /** The header is one of them. */
    public int rows() {
        return plan.table().size() + 1;
    }

    public int columns() {
        return plan.table().columns().size();
    }

    /** The format code of each column; empty where its cells have none, or not all the same. */
    public List<String> formats() {
        List<Set<String>> met = IntStream.range(0, columns())
                .<Set<String>>mapToObj(column -> new HashSet<>())
                .toList();
        for (int row = 0; row < plan.table().size(); row++) {
            List<Value> values = plan.table().row().apply(row);
            for (int column = 0; column < values.size(); column++) {
                if (!(values.get(column) instanceof Value.Empty)) {
                    met.get(column).add(values.get(column).format());
                }
            }
        }
        return met.stream()
                .map(codes -> codes.size() == 1 ? codes.iterator().next() : "")
                .toList();
    }

    /**
     * Writes an array of rows, and empty texts around them until so many rows and columns are filled.
     *
     * @throws ExportException when a text is longer than {@code longestText}
     */
    public void write(JsonGenerator out, int rows, int columns, int longestText) throws IOException {
        out.writeStartArray();
        List<Value> header =
                new ArrayList<>(plan.table().header().stream().map(Value::text).toList());
        for (int row = 0; row < rows; row++) {
            List<Value> values =
                    row == 0 ? header : row < rows() ? plan.table().row().apply(row - 1) : List.of();
            out.writeStartArray();
            for (int column = 0; column < columns; column++) {
                Value value = column < values.size() ? values.get(column) : new Value.Empty();
                requireShort(value.plain(), longestText);
                value.tell(out);
            }
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static void requireShort(String text, int longest) {
        if (text.length() > longest) {
            throw new ExportException(
                    "error.text-too-long",
                    Integer.toString(text.length()),
                    Integer.toString(longest),
                    text.substring(0, 40));
        }
    }
}
