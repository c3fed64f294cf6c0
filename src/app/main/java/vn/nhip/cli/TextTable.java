package vn.nhip.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns for the terminal; numbers to the right, texts to the left. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    /** Column heads; a head that starts with {@code >} marks a column of numbers. */
    TextTable(List<String> heads) {
        right = new boolean[heads.size()];
        List<String> first = new ArrayList<>();
        for (int column = 0; column < heads.size(); column++) {
            right[column] = heads.get(column).startsWith(">");
            first.add(right[column] ? heads.get(column).substring(1) : heads.get(column));
        }
        rows.add(first);
    }

    TextTable row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    String render() {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < rows.size(); index++) {
            text.append(line(rows.get(index), widths)).append(System.lineSeparator());
            if (index == 0) {
                text.append(rule(widths)).append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String padding = " ".repeat(widths[column] - width(cell));
            line.append(right[column] ? padding + cell : cell + padding).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
            rule.append("─".repeat(width)).append(GAP);
        }
        return rule.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
