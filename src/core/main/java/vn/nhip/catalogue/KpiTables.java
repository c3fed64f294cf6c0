package vn.nhip.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All KPIs as two Markdown tables for the documentation: the headlines with their variants' ids, then the variants. */
final class KpiTables {

    private KpiTables() {}

    static String markdown(Catalogue catalogue) {
        StringBuilder text = head("variants");
        for (Kpi kpi : catalogue.headlines()) {
            row(
                    text,
                    kpi,
                    catalogue.variantsOf(kpi.id()).stream()
                            .map(variant -> code(variant.id()))
                            .collect(Collectors.joining(" ")));
        }
        text.append('\n').append(head("variant of"));
        for (Kpi kpi : catalogue.headlines()) {
            catalogue.variantsOf(kpi.id()).forEach(variant -> row(text, variant, code(kpi.id())));
        }
        return text.toString();
    }

    private static StringBuilder head(String last) {
        List<String> titles = new ArrayList<>(List.of("id", "name", "cadence", "what it is", last));
        return new StringBuilder(cells(titles.stream()))
                .append(cells(titles.stream().map(title -> "---")));
    }

    private static void row(StringBuilder text, Kpi kpi, String last) {
        text.append(cells(Stream.of(
                code(kpi.id()),
                kpi.name().vi() + "<br>" + kpi.name().en(),
                kpi.cadence().id(),
                kpi.definition().en() + "<br>"
                        + code(FormulaText.of(kpi.formula()).en()),
                last)));
    }

    private static String cells(Stream<String> texts) {
        return texts.map(text -> text.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
