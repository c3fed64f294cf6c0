package vn.nhip.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.nhip.spi.FactKind;

/** Which further days a change reaches beyond its own: of people who became one, of leads that follow, of refunds. */
final class Reach {

    private static final int CHUNK = 400;

    private final Sql sql;
    private final long workspace;
    private final OrderRules rules;

    Reach(Sql sql, long workspace, OrderRules rules) {
        this.sql = sql;
        this.workspace = workspace;
        this.rules = rules;
    }

    void extend(Dirty dirty, List<Identity.Move> moves, boolean countsPeople) {
        for (int from = 0; from < moves.size(); from += CHUNK) {
            String persons = moves.subList(from, Math.min(moves.size(), from + CHUNK)).stream()
                    .map(move -> Long.toString(move.person()))
                    .collect(Collectors.joining(",", "(", ")"));
            addDays(dirty.of(FactKind.ORDER), "fact_order", "person_id IN " + persons);
            addDays(dirty.of(FactKind.LEAD), "fact_lead", "person_id IN " + persons);
        }
        if (countsPeople) {
            NavigableSet<LocalDate> leads = dirty.of(FactKind.LEAD);
            for (LocalDate day : new TreeSet<>(leads)) {
                for (int later = 1; later <= PeoplePass.SAME_LEAD_DAYS; later++) {
                    leads.add(day.plusDays(later));
                }
            }
        }
        if (rules.hasWeakAccounts() && !dirty.of(FactKind.ORDER).isEmpty()) {
            addDays(dirty.of(FactKind.REFUND), "fact_refund", "1 = 1");
        }
    }

    private void addDays(NavigableSet<LocalDate> days, String table, String where) {
        sql.each(
                "SELECT DISTINCT day FROM " + table + " WHERE workspace_id = ? AND live = 1 AND " + where,
                row -> days.add(LocalDate.parse(row.getString(1))),
                workspace);
    }
}
