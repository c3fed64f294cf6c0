package vn.nhip.kit.facts;

import java.util.StringJoiner;

/** A whole row as one line of comma-separated text, quoted where needed, so that it can be mended and read again. */
final class RawText {

    private RawText() {}

    static String of(RawRow row) {
        StringJoiner line = new StringJoiner(",");
        for (Object cell : row.cells()) {
            line.add(cell == null ? "" : quoted(cell instanceof String text ? text : CellText.of(cell)));
        }
        return line.toString();
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
