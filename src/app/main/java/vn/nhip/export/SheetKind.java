package vn.nhip.export;

import java.util.Arrays;
import java.util.Optional;
import vn.nhip.config.WorkspaceConfig.Language;

/** The sheets of the workbook, in their order; each is known by its table, whatever a person renames the sheet to. */
enum SheetKind {
    OVERVIEW(OverviewTable.ID),
    DATA(TidyTable.ID),
    DAILY(DailyTable.ID),
    CHANNELS(SourceTables.CHANNELS),
    RECONCILIATION(SourceTables.RECONCILIATION),
    DICTIONARY(DictionaryTable.ID),
    SOURCES(SourceTables.SOURCES),
    CHARTS(ChartTables.CHANNELS);

    private final String table;

    SheetKind(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }

    String sheetName(Labels labels) {
        return labels.text("sheet." + Ids.of(this));
    }

    /** The kind whose default name this is, in either language. */
    static Optional<SheetKind> named(String sheetName) {
        return Arrays.stream(values())
                .filter(kind -> Arrays.stream(Language.values())
                        .anyMatch(
                                language -> kind.sheetName(Labels.of(language)).equals(sheetName)))
                .findFirst();
    }
}
