package vn.nhip.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps each customer's activity, and with it the counts by period: old contributions are taken away, new ones added,
 * so that the work grows with the customers who changed.
 */
final class CustomerRollUp {

    private static final int CHUNK = 400;
    private static final String UPSERT = "INSERT INTO customer (workspace_id, id, first_day, days) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (workspace_id, id) DO UPDATE SET first_day = excluded.first_day, days = excluded.days";
    private static final String DELETE = "DELETE FROM customer WHERE workspace_id = ? AND id = ?";

    private final Sql sql;
    private final long workspace;
    private final OrderRules rules;
    private final Feed declared;
    private final BuyerRules buyers;

    CustomerRollUp(Sql sql, Workspace workspace, OrderRules rules, Feed declared, BuyerRules buyers) {
        this.sql = sql;
        this.workspace = workspace.id();
        this.rules = rules;
        this.declared = declared;
        this.buyers = buyers;
    }

    /** What changed about orders: all days of some customers, or only the days that were read again. */
    record Touched(Set<Long> customers, Set<Long> moved, Set<Integer> readDays) {}

    /** Takes the customers' new order days in; those of moved customers are read from the facts. */
    void update(Touched touched, OrderDays read, CustomerCounts counts) {
        Map<Long, OrderDays.Days> again = byCustomer(read);
        List<Long> ids = touched.customers().stream().sorted().toList();
        try (Sql.Batch upsert = sql.batch(UPSERT);
                Sql.Batch delete = sql.batch(DELETE)) {
            for (int from = 0; from < ids.size(); from += CHUNK) {
                List<Long> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
                Map<Long, Activity> before = stored(chunk);
                Map<Long, OrderDays.Days> orders = orderDays(
                        chunk.stream().filter(touched.moved()::contains).toList());
                Map<Long, int[]> spans = spans(chunk);
                for (long id : chunk) {
                    Activity old = before.getOrDefault(id, Activity.NONE);
                    OrderDays.Days days = touched.moved().contains(id)
                            ? orders.getOrDefault(id, OrderDays.Days.NONE)
                            : patched(old, again.getOrDefault(id, OrderDays.Days.NONE), touched.readDays());
                    Activity now = new Activity(days.days(), days.masks(), spans.getOrDefault(id, new int[0]));
                    replace(id, old, now, counts, now.isEmpty() ? delete : upsert);
                }
            }
        }
    }

    private void replace(long id, Activity old, Activity now, CustomerCounts counts, Sql.Batch write) {
        if (old.same(now)) {
            return;
        }
        counts.add(old, -1);
        counts.add(now, 1);
        if (now.isEmpty()) {
            write.add(workspace, id);
        } else {
            write.add(workspace, id, LocalDate.ofEpochDay(now.firstDay()), now.encode());
        }
    }

    private static OrderDays.Days patched(Activity old, OrderDays.Days again, Set<Integer> readDays) {
        OrderDays all = new OrderDays();
        for (int i = 0; i < old.orderDays().length; i++) {
            if (!readDays.contains(old.orderDays()[i])) {
                all.add(1, LocalDate.ofEpochDay(old.orderDays()[i]), old.masks()[i] & 0xff);
            }
        }
        for (int i = 0; i < again.days().length; i++) {
            all.add(1, LocalDate.ofEpochDay(again.days()[i]), again.masks()[i] & 0xff);
        }
        return all.sorted().days();
    }

    /** Makes every customer anew from all order days. */
    void rebuild(OrderDays all, CustomerCounts counts) {
        sql.update("DELETE FROM customer WHERE workspace_id = ?", workspace);
        TreeMap<Long, int[]> spans = new TreeMap<>(spans(List.of()));
        OrderDays.Walk walk = all.sorted();
        try (Sql.Batch insert = sql.batch(UPSERT)) {
            while (walk.customer() != Long.MAX_VALUE || !spans.isEmpty()) {
                long declaredNext = spans.isEmpty() ? Long.MAX_VALUE : spans.firstKey();
                long id = Math.min(walk.customer(), declaredNext);
                OrderDays.Days days = walk.customer() == id ? walk.days() : OrderDays.Days.NONE;
                int[] pairs = declaredNext == id ? spans.pollFirstEntry().getValue() : new int[0];
                replace(id, Activity.NONE, new Activity(days.days(), days.masks(), pairs), counts, insert);
            }
        }
    }

    private Map<Long, Activity> stored(List<Long> ids) {
        Map<Long, Activity> found = new HashMap<>();
        sql.each(
                "SELECT id, days FROM customer WHERE workspace_id = ? AND id IN " + list(ids),
                row -> found.put(row.getLong(1), Activity.decode(row.getBytes(2))),
                workspace);
        return found;
    }

    private Map<Long, OrderDays.Days> orderDays(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        OrderDays found = new OrderDays();
        sql.each(
                "SELECT p.customer_id, f.day, f.channel, f.status FROM person p CROSS JOIN fact_order f"
                        + " WHERE f.workspace_id = p.workspace_id AND f.person_id = p.id AND p.workspace_id = ?"
                        + " AND p.customer_id IN " + list(ids)
                        + " AND " + rules.sale(),
                row -> found.add(
                        row.getLong(1),
                        LocalDate.parse(row.getString(2)),
                        buyers.mask(BuyerRules.fields(row.getString(3), row.getString(4)))),
                workspace);
        return byCustomer(found);
    }

    private static Map<Long, OrderDays.Days> byCustomer(OrderDays found) {
        Map<Long, OrderDays.Days> days = new HashMap<>();
        OrderDays.Walk walk = found.sorted();
        while (walk.customer() != Long.MAX_VALUE) {
            long customer = walk.customer();
            days.put(customer, walk.days());
        }
        return days;
    }

    /** Declared spans of some customers, or of all. */
    private Map<Long, int[]> spans(List<Long> ids) {
        Map<Long, int[]> spans = new HashMap<>();
        if (declared.accounts().isEmpty()) {
            return spans;
        }
        Map<Long, List<int[]>> found = new HashMap<>();
        sql.each(
                "SELECT p.customer_id, f.day, f.active_until FROM person p CROSS JOIN fact_customer f"
                        + " WHERE f.workspace_id = p.workspace_id AND f.person_id = p.id AND p.workspace_id = ?"
                        + (ids.isEmpty() ? "" : " AND p.customer_id IN " + list(ids))
                        + " AND f.live = 1 AND f.account_id IN " + declared.sqlList(),
                row -> {
                    String until = row.getString(3);
                    int last = until == null ? Activity.OPEN : epochDay(until);
                    found.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                            .add(new int[] {epochDay(row.getString(2)), last});
                },
                workspace);
        found.forEach((id, pairs) -> spans.put(id, flat(pairs)));
        return spans;
    }

    private static int[] flat(Collection<int[]> pairs) {
        return pairs.stream()
                .sorted((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]))
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    private static int epochDay(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }

    private static String list(List<Long> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(",", "(", ")"));
    }
}
