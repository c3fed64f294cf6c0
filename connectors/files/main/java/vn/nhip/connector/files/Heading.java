package vn.nhip.connector.files;

import java.util.List;

/** Where the column names stand: in a row of the file, or, for row 0, in the mapping. */
record Heading(int row, List<String> names) {
    Heading {
        names = List.copyOf(names);
    }
}
