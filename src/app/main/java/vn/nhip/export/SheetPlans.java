package vn.nhip.export;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.nhip.kpi.KpiValue;

/** Which tables go on which sheets; a tidy table that is too long is split by year, never cut. */
final class SheetPlans {

    /** Header, banner and the lines that a person may add. */
    private static final int SPARE_ROWS = 8;

    private final Words words;
    private final int room;

    SheetPlans(Words words, int rowsPerSheet) {
        this.words = words;
        this.room = rowsPerSheet - SPARE_ROWS;
    }

    List<SheetPlan> all() {
        SourceTables sources = new SourceTables(words);
        List<SheetPlan> plans = new ArrayList<>();
        plans.add(plan(SheetKind.OVERVIEW, new OverviewTable(words).table()));
        plans.addAll(tidy());
        plans.add(plan(SheetKind.DAILY, new DailyTable(words).table()));
        plans.add(plan(SheetKind.CHANNELS, sources.channels()));
        plans.add(plan(SheetKind.RECONCILIATION, sources.reconciliation()));
        plans.add(plan(SheetKind.DICTIONARY, new DictionaryTable(words).table()));
        plans.add(plan(SheetKind.SOURCES, sources.sources()));
        return plans;
    }

    private SheetPlan plan(SheetKind kind, Table table) {
        return new SheetPlan(kind, kind.sheetName(words.labels), table);
    }

    /** The newest years that fit stay in the main table; each older year gets a table of its own. */
    private List<SheetPlan> tidy() {
        TidyTable tidy = new TidyTable(words);
        List<KpiValue> values = words.report.values();
        if (values.size() <= room) {
            return List.of(plan(SheetKind.DATA, tidy.table(TidyTable.ID, values)));
        }
        TreeMap<Integer, List<KpiValue>> years = new TreeMap<>();
        values.forEach(value -> years.computeIfAbsent(value.start().getYear(), year -> new ArrayList<>())
                .add(value));
        int used = 0;
        List<SheetPlan> plans = new ArrayList<>();
        List<Integer> together = new ArrayList<>();
        for (var year : years.descendingMap().entrySet()) {
            refuseIfTooLong(year.getKey(), year.getValue().size());
            boolean fits = plans.isEmpty() && used + year.getValue().size() <= room;
            if (fits) {
                used += year.getValue().size();
                together.add(year.getKey());
            } else {
                String suffix = "_" + year.getKey();
                plans.add(new SheetPlan(
                        SheetKind.DATA,
                        SheetKind.DATA.sheetName(words.labels) + suffix,
                        tidy.table(TidyTable.ID + suffix, year.getValue())));
            }
        }
        List<KpiValue> newest = values.stream()
                .filter(value -> together.contains(value.start().getYear()))
                .toList();
        plans.add(0, plan(SheetKind.DATA, tidy.table(TidyTable.ID, newest)));
        return plans;
    }

    private void refuseIfTooLong(int year, int rows) {
        if (rows > room) {
            throw new ExportException(
                    "error.too-many-rows",
                    Integer.toString(year),
                    words.numbers.count(rows),
                    words.numbers.count(room));
        }
    }
}
