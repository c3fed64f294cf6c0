package vn.nhip.metric;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.metric.Cells.Cell;
import vn.nhip.spi.FactKind;

/**
 * Counts the people who asked: a lead of somebody whose last lead lies at most 30 days back is the same lead again.
 *
 * <p>A lead without a person counts as one. The days before the first asked day, and the gaps, are read too.
 */
final class PeoplePass implements DayPass {

    static final int SAME_LEAD_DAYS = 30;

    private final Sql sql;
    private final Workspace workspace;
    private final List<MetricRule> metrics;
    private final List<Map<Long, LocalDate>> lastAsked;
    private final String query;
    private Optional<LocalDate> seenThrough = Optional.empty();

    PeoplePass(Sql sql, Workspace workspace, Feed leads, List<MetricRule> metrics) {
        this.sql = sql;
        this.workspace = workspace;
        this.metrics = metrics.stream()
                .filter(rule -> rule.metric().fact() == FactKind.LEAD
                        && rule.metric().measure().equals("people"))
                .toList();
        this.lastAsked = this.metrics.stream()
                .map(any -> (Map<Long, LocalDate>) new HashMap<Long, LocalDate>())
                .toList();
        this.query = "SELECT p.customer_id, f.account_id, f.lead_origin, f.channel, f.status FROM fact_lead f"
                + " LEFT JOIN person p ON p.workspace_id = f.workspace_id AND p.id = f.person_id"
                + " WHERE f.workspace_id = ? AND f.day = ? AND f.live = 1 AND f.account_id IN " + leads.sqlList()
                + " ORDER BY f.created_at, f.account_id, f.key";
    }

    @Override
    public void day(LocalDate day, Cells cells) {
        if (metrics.isEmpty()) {
            return;
        }
        LocalDate warmUp = day.minusDays(SAME_LEAD_DAYS);
        LocalDate from = seenThrough
                .map(seen -> seen.plusDays(1))
                .filter(next -> next.isAfter(warmUp))
                .orElse(warmUp);
        for (LocalDate before = from; before.isBefore(day); before = before.plusDays(1)) {
            read(before, new Cells());
        }
        read(day, cells);
        seenThrough = Optional.of(day);
    }

    private void read(LocalDate day, Cells cells) {
        sql.each(
                query,
                row -> {
                    Map<String, String> fields =
                            Map.of("origin", row.getString(3), "channel", row.getString(4), "status", row.getString(5));
                    lead(day, row.getLong(1), row.getLong(2), fields, cells);
                },
                workspace.id(),
                day);
    }

    private void lead(LocalDate day, long customer, long account, Map<String, String> fields, Cells cells) {
        for (int i = 0; i < metrics.size(); i++) {
            MetricRule rule = metrics.get(i);
            if (rule.takes(fields) && isNew(customer, day, lastAsked.get(i))) {
                add(rule, account, fields, cells);
            }
        }
    }

    private static boolean isNew(long customer, LocalDate day, Map<Long, LocalDate> lastAsked) {
        if (customer == 0) {
            return true;
        }
        LocalDate last = lastAsked.put(customer, day);
        return last == null || last.plusDays(SAME_LEAD_DAYS).isBefore(day);
    }

    private void add(MetricRule rule, long account, Map<String, String> fields, Cells cells) {
        cells.add(rule.id(), Cell.total(account, ""), Cells.ONE);
        for (String dimension : rule.metric().by()) {
            String value =
                    dimension.equals("account") ? workspace.accountName(account) : fields.getOrDefault(dimension, "");
            cells.add(rule.id(), new Cell(account, dimension, value, ""), Cells.ONE);
        }
    }
}
