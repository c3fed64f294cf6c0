package vn.nhip.kit.facts;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import vn.nhip.kit.yaml.YamlFile;

/** Short ways to mappings and rows. */
final class Mappings {

    static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private Mappings() {}

    static FactsMapping load(String yaml) {
        return FactsMapping.load(YamlFile.read("facts.yaml", yaml), VIETNAM, Currency.getInstance("VND"));
    }

    /** A mapping with one traffic-users fact over a field x, declared by the rest of its line. */
    static FieldReader field(String declaration) {
        FactsMapping mapping = load(
                """
                fields:
                  x: {column: X%s}
                facts:
                  - {fact: traffic-users, grain: "'day'", start: "date(2024, 1, 1)", users: "1 if x == none else 1"}
                """
                        .formatted(declaration.isEmpty() ? "" : ", " + declaration));
        return mapping.bind(List.of("X")).reader("x");
    }

    /** Rows from line 2 on, whose cells are parted by semicolons. */
    static List<RawRow> rows(String... lines) {
        return IntStream.range(0, lines.length)
                .mapToObj(i -> row(i + 2, lines[i]))
                .toList();
    }

    static RawRow row(long line, String cells) {
        return new RawRow(line, cells.split(";", -1));
    }

    static List<String> header(String columns) {
        return Arrays.asList(columns.split(";", -1));
    }
}
