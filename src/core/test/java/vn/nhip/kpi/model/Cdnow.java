package vn.nhip.kpi.model;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The CDNOW purchases: the small sample that lies in the project, and the whole of it where the real inputs stand. */
final class Cdnow {

    static final LocalDate END = LocalDate.of(1997, 9, 30);

    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"([^\"]*)\"|([^,]*))");

    private Cdnow() {}

    static List<Purchase<Integer>> sample() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Cdnow.class.getResourceAsStream("/cdnow/cdnow-600.txt")),
                StandardCharsets.US_ASCII))) {
            return purchases(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Purchase<Integer>> all() {
        return purchases(lines("data/cdnow/CDNOW_sample.txt"));
    }

    /** The published summary, whose weeks and amounts are rounded to two decimals. */
    static Map<Integer, CustomerHistory> summary() {
        Map<Integer, CustomerHistory> histories = new LinkedHashMap<>();
        for (List<String> row : rows("data/cdnow/cdnow_customers_summary_with_transactions.csv")) {
            histories.put(
                    Integer.parseInt(row.get(0)),
                    new CustomerHistory(Integer.parseInt(row.get(1)), number(row, 2), number(row, 3), number(row, 4)));
        }
        return histories;
    }

    /** The rows of a CSV file below its header. */
    static List<List<String>> rows(String file) {
        return lines(file).stream().skip(1).map(Cdnow::cells).toList();
    }

    static double number(List<String> row, int column) {
        return Double.parseDouble(row.get(column));
    }

    private static List<Purchase<Integer>> purchases(List<String> lines) {
        return lines.stream()
                .map(line -> line.strip().split(" +", -1))
                .map(cells -> new Purchase<>(
                        Integer.parseInt(cells[1]),
                        LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE),
                        new BigDecimal(cells[4])))
                .toList();
    }

    private static List<String> lines(String file) {
        Path path = Path.of(System.getProperty("nhip.shared", "shared"), file);
        assumeThat(path)
                .as("the real inputs are not here: set -Dnhip.shared to the folder that holds " + file)
                .exists();
        try {
            return Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (Matcher matcher = CELL.matcher(line); matcher.find(); ) {
            cells.add(Objects.requireNonNullElse(matcher.group(1), Objects.requireNonNullElse(matcher.group(2), "")));
        }
        return cells;
    }
}
