package vn.nhip.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.nhip.catalogue.FormulaText;
import vn.nhip.catalogue.Kpi;
import vn.nhip.catalogue.Texts;
import vn.nhip.config.WorkspaceConfig.Language;

/** What every KPI and every column of the tidy table means. */
final class DictionaryTable {

    static final String ID = "tblDictionary";

    private final Words words;

    DictionaryTable(Words words) {
        this.words = words;
    }

    Table table() {
        List<Table.Column> columns = List.of(
                words.column("dictionary.id", 28),
                words.column("dictionary.name-vi", 28),
                words.column("dictionary.name-en", 28),
                words.column("dictionary.formula", 30),
                words.column("dictionary.class", 22),
                words.column("dictionary.cadence", 9),
                words.column("dictionary.unit", 10),
                words.column("dictionary.good", 18),
                words.column("dictionary.sources", 14),
                words.column("dictionary.definition", 40),
                words.column("dictionary.purpose", 32),
                words.column("dictionary.how", 32),
                words.column("dictionary.actions", 44),
                words.column("dictionary.variant-of", 20),
                words.column("dictionary.version", 9));
        List<List<Value>> rows = new ArrayList<>();
        words.report.kpis().forEach(line -> rows.add(kpi(line)));
        TidyTable.COLUMNS.forEach(column -> rows.add(column(column.title(), columns.size())));
        return Table.of(ID, columns, rows);
    }

    private List<Value> kpi(Report.KpiLine line) {
        Kpi kpi = line.kpi();
        return List.of(
                Value.text(kpi.id()),
                Value.prose(kpi.name().vi()),
                Value.prose(kpi.name().en()),
                Value.prose(words.labels.text(FormulaText.of(kpi.formula()))),
                Value.prose(words.labels.text(
                        "class." + Ids.kebab(kpi.formula().getClass().getSimpleName()))),
                Value.text(words.labels.text("grain." + kpi.cadence().id())),
                Value.text(words.labels.text("unit." + Ids.of(kpi.unit()))),
                Value.text(words.labels.text("good." + Ids.of(kpi.good()))),
                Value.prose(Words.joined(line.sources())),
                Value.prose(words.labels.text(kpi.definition())),
                Value.prose(words.labels.text(kpi.guide().purpose())),
                Value.prose(words.labels.text(kpi.guide().howToTrack())),
                Value.prose(actions(kpi.guide())),
                Value.text(kpi.variantOf().orElse("")),
                Value.count(kpi.version()));
    }

    private String actions(Texts.Guide guide) {
        return guide.actions().stream()
                .map(action -> words.labels.text("trigger." + Ids.of(action.trigger())) + ": "
                        + words.labels.text(action.text()))
                .collect(Collectors.joining("\n"));
    }

    private List<Value> column(String name, int width) {
        List<Value> row = new ArrayList<>();
        row.add(Value.text(TidyTable.ID + "[" + name + "]"));
        row.add(Value.prose(Labels.of(Language.VI).text("column." + name)));
        row.add(Value.prose(Labels.of(Language.EN).text("column." + name)));
        while (row.size() < width) {
            row.add(new Value.Empty());
        }
        return row;
    }
}
