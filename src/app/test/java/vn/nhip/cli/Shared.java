package vn.nhip.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The large real inputs and their known answers, where they are present. */
final class Shared {

    private static final Path FOLDER =
            Path.of(System.getProperty("nhip.shared", "../../../shared")).normalize();

    private Shared() {}

    /** The file, or the test is skipped with these words. */
    static Path require(String name) {
        Path file = FOLDER.resolve(name);
        assumeThat(file)
                .as("the real input %s is not on this machine (-Dnhip.shared=FOLDER)", name)
                .isRegularFile();
        return file;
    }

    /** One row of answers, by column. */
    record Row(Map<String, String> cells) {

        String get(String column) {
            return Objects.requireNonNull(cells.get(column), () -> "no column " + column + " in " + cells.keySet());
        }
    }

    /** A CSV of answers without quotes. */
    static List<Row> answers(String name) throws IOException {
        List<String> lines = Files.readAllLines(require("answers/" + name));
        List<String> columns = cells(lines.get(0));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                row.put(columns.get(column), cells.get(column));
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }
}
