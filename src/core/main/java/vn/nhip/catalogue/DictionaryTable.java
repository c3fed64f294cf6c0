package vn.nhip.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dictionary of all KPIs, for the workbook and the documentation. */
public final class DictionaryTable {

    /**
     * One KPI.
     *
     * <p>Shape: {@code variants} are ids, empty on a variant; {@code variantOf} is empty on a headline.
     */
    public record Row(
            String id,
            int version,
            Texts name,
            Texts cadence,
            Texts unit,
            Texts definition,
            Texts formula,
            String variantOf,
            List<String> variants) {}

    private DictionaryTable() {}

    /** Each headline, followed by its variants, in the catalogue's order. */
    public static List<Row> rows(Catalogue catalogue) {
        return catalogue.headlines().stream()
                .flatMap(kpi -> Stream.concat(Stream.of(kpi), catalogue.variantsOf(kpi.id()).stream()))
                .map(kpi -> row(kpi, catalogue))
                .toList();
    }

    /** Two Markdown tables: the headlines with their variants' ids, then the variants. */
    public static String markdown(Catalogue catalogue) {
        List<Row> rows = rows(catalogue);
        String headlines = rows.stream()
                .filter(row -> row.variantOf().isEmpty())
                .map(row -> cells(
                        code(row.id()),
                        row.name().vi() + "<br>" + row.name().en(),
                        row.cadence().en(),
                        row.definition().en() + "<br>" + code(row.formula().en()),
                        row.variants().stream().map(DictionaryTable::code).collect(Collectors.joining(" "))))
                .collect(Collectors.joining());
        String variants = rows.stream()
                .filter(row -> !row.variantOf().isEmpty())
                .map(row -> cells(
                        code(row.id()),
                        row.name().vi() + "<br>" + row.name().en(),
                        row.cadence().en(),
                        row.definition().en() + "<br>" + code(row.formula().en()),
                        code(row.variantOf())))
                .collect(Collectors.joining());
        return cells("id", "name", "cadence", "what it is", "variants") + rule() + headlines + "\n"
                + cells("id", "name", "cadence", "what it is", "variant of") + rule() + variants;
    }

    private static Row row(Kpi kpi, Catalogue catalogue) {
        return new Row(
                kpi.id(),
                kpi.version(),
                kpi.name(),
                switch (kpi.cadence()) {
                    case DAY -> new Texts("ngày", "day");
                    case WEEK -> new Texts("tuần", "week");
                    case MONTH -> new Texts("tháng", "month");
                },
                switch (kpi.unit()) {
                    case COUNT -> new Texts("số lượng", "count");
                    case MONEY -> new Texts("tiền", "money");
                    case RATIO -> new Texts("tỷ lệ", "ratio");
                },
                kpi.definition(),
                FormulaText.of(kpi.formula()),
                kpi.variantOf().orElse(""),
                catalogue.variantsOf(kpi.id()).stream().map(Kpi::id).toList());
    }

    private static String cells(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String rule() {
        return "| --- | --- | --- | --- | --- |\n";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
