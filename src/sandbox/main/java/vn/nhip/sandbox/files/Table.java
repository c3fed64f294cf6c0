package vn.nhip.sandbox.files;

import java.util.List;

/**
 * Rows under a header, above which a title may stand.
 *
 * <p>Shape: a cell is a text, or in workbooks also a number or a day; every row is as wide as the header.
 */
record Table(String name, List<String> title, List<String> header, List<List<Object>> rows) {

    Table {
        for (List<Object> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        name + ": a row has " + row.size() + " cells under " + header.size() + " headings: " + row);
            }
        }
    }

    static Table of(String name, List<String> header, List<List<Object>> rows) {
        return new Table(name, List.of(), header, rows);
    }
}
