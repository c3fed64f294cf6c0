package vn.nhip.connector.files;

import java.util.List;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Cursor;

/**
 * Where the next page starts: which part of the mapping, which of how many passes over the file, and how many rows of
 * that pass are done. Zero passes means that they have not been counted yet.
 */
record Position(int part, int passes, int pass, int rows) {

    static final Position START = new Position(0, 0, 0, 0);

    static Position of(Cursor cursor) {
        try {
            List<Integer> numbers = java.util.Arrays.stream(cursor.value().split("/", -1))
                    .map(Integer::parseInt)
                    .toList();
            Position position = new Position(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
            if (numbers.size() == 4 && numbers.stream().allMatch(number -> number >= 0)) {
                return position;
            }
        } catch (NumberFormatException | IndexOutOfBoundsException unknown) {
            throw unreadable(cursor);
        }
        throw unreadable(cursor);
    }

    private static ConnectorException unreadable(Cursor cursor) {
        return ConnectorException.settings("'" + cursor.value() + "' is no cursor of the files connector");
    }

    Cursor cursor() {
        return new Cursor(part + "/" + passes + "/" + pass + "/" + rows);
    }
}
