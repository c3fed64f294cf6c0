package vn.nhip.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Rows under one header, for a sheet or for CSV.
 *
 * <p>Shape: {@code id} is the name by which formulas call it; rows are made when asked for, so a large table is never
 * held as cells.
 */
record Table(String id, List<Column> columns, int size, IntFunction<List<Value>> row) {

    /** A header with the width, in characters, that its values need. */
    record Column(String title, int width) {}

    Table {
        columns = unique(columns);
    }

    /** A workbook refuses a table in which two columns have one name, whatever their case. */
    private static List<Column> unique(List<Column> columns) {
        Set<String> taken = new HashSet<>();
        List<Column> unique = new ArrayList<>();
        for (Column column : columns) {
            String title = column.title();
            for (int i = 2; !taken.add(title.toLowerCase(Locale.ROOT)); i++) {
                title = column.title() + " (" + i + ")";
            }
            unique.add(new Column(title, column.width()));
        }
        return List.copyOf(unique);
    }

    static Table of(String id, List<Column> columns, List<List<Value>> rows) {
        return new Table(id, columns, rows.size(), rows::get);
    }

    List<String> header() {
        return columns.stream().map(Column::title).toList();
    }
}
