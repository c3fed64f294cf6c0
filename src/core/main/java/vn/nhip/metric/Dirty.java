package vn.nhip.metric;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import vn.nhip.spi.FactKind;

/** What commits marked since the last refresh. */
record Dirty(boolean everything, Map<FactKind, NavigableSet<LocalDate>> days) {

    private static final String EVERYTHING = "*";
    /** With so many persons to look at one by one, making everything anew is faster. */
    private static final long MANY_PERSONS = 50_000;

    static Dirty read(Sql sql, long workspace) {
        Map<FactKind, NavigableSet<LocalDate>> days = new EnumMap<>(FactKind.class);
        boolean[] everything = {false};
        sql.each(
                "SELECT kind, day FROM dirty_day WHERE workspace_id = ?",
                row -> {
                    String kind = row.getString(1);
                    if (kind.equals(EVERYTHING) || row.getString(2).equals(EVERYTHING)) {
                        everything[0] = true;
                    } else {
                        days.computeIfAbsent(kind(kind), any -> new TreeSet<>()).add(LocalDate.parse(row.getString(2)));
                    }
                },
                workspace);
        long persons = sql.first(
                        "SELECT COUNT(*) FROM dirty_person WHERE workspace_id = ?", row -> row.getLong(1), workspace)
                .orElse(0L);
        return new Dirty(everything[0] || persons > MANY_PERSONS, days);
    }

    static void markEverything(Sql sql, long workspace) {
        sql.update(
                "INSERT INTO dirty_day (workspace_id, kind, day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                workspace,
                EVERYTHING,
                EVERYTHING);
    }

    static void clear(Sql sql, long workspace) {
        sql.update("DELETE FROM dirty_day WHERE workspace_id = ?", workspace);
        sql.update("DELETE FROM dirty_person WHERE workspace_id = ?", workspace);
    }

    NavigableSet<LocalDate> of(FactKind kind) {
        return days.computeIfAbsent(kind, any -> new TreeSet<>());
    }

    private static FactKind kind(String id) {
        return FactKind.valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
