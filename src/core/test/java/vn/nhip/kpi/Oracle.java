package vn.nhip.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.nhip.metric.IdentityRules;

/** KPIs straight from the facts, the slow and obvious way: no roll-ups, no marks, no windows kept. */
final class Oracle {

    private static final Set<String> COUNTED = Set.of("paid", "confirmed", "delivered");

    private final Books books;
    private final Map<Long, Long> customers;
    private final List<Map<String, Object>> orders = new ArrayList<>();

    Oracle(Books books, IdentityRules rules) {
        this.books = books;
        this.customers = customers(rules);
        List<Map<String, Object>> all = facts("fact_order");
        Set<String> strong = new HashSet<>();
        all.stream().filter(order -> is(order, "pos")).forEach(order -> strong.add(text(order, "order_number")));
        for (Map<String, Object> order : all) {
            boolean duplicate = is(order, "web")
                    && !text(order, "order_number").isEmpty()
                    && strong.contains(text(order, "order_number"));
            if ((is(order, "pos") || is(order, "web")) && !duplicate && COUNTED.contains(text(order, "status"))) {
                orders.add(order);
            }
        }
    }

    private List<Map<String, Object>> facts(String table) {
        return books.store().read(handle -> handle.createQuery(
                        "SELECT * FROM " + table + " WHERE workspace_id = ? AND live = 1 ORDER BY account_id, key")
                .bind(0, books.id())
                .mapToMap()
                .list());
    }

    private boolean is(Map<String, Object> fact, String account) {
        return number(fact, "account_id") == books.account(account);
    }

    private static String text(Map<String, Object> fact, String column) {
        return String.valueOf(fact.get(column));
    }

    private static long number(Map<String, Object> fact, String column) {
        Object value = fact.get(column);
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static LocalDate day(Map<String, Object> fact) {
        return LocalDate.parse(text(fact, "day"));
    }

    /** Persons with a live fact, joined again and again until nothing moves. */
    private Map<Long, Long> customers(IdentityRules rules) {
        Set<Long> alive = new HashSet<>();
        for (String table : List.of("fact_order", "fact_lead", "fact_customer")) {
            facts(table).forEach(fact -> alive.add(number(fact, "person_id")));
        }
        alive.remove(0L);
        Map<String, List<Long>> carriers = new TreeMap<>();
        books
                .store()
                .read(handle -> handle.createQuery("SELECT key_hash, person_id FROM person_key WHERE workspace_id = ?")
                        .bind(0, books.id())
                        .mapToMap()
                        .list())
                .stream()
                .filter(row -> alive.contains(number(row, "person_id")))
                .forEach(row -> carriers.computeIfAbsent(text(row, "key_hash"), any -> new ArrayList<>())
                        .add(number(row, "person_id")));
        carriers.entrySet()
                .removeIf(entry ->
                        entry.getValue().size() > rules.cap() || rules.ignored().contains(entry.getKey()));
        Map<Long, Long> of = new HashMap<>();
        alive.forEach(person -> of.put(person, person));
        boolean moved = true;
        while (moved) {
            moved = false;
            for (List<Long> same : carriers.values()) {
                long least = same.stream()
                        .mapToLong(person -> of.getOrDefault(person, person))
                        .min()
                        .orElse(0);
                for (long person : same) {
                    moved |= !Long.valueOf(least).equals(of.put(person, least));
                }
            }
        }
        return of;
    }

    private Stream<Map<String, Object>> paying(Span span) {
        return orders.stream()
                .filter(order -> number(order, "gross") > number(order, "discounts"))
                .filter(order -> in(day(order), span));
    }

    private static boolean in(LocalDate day, Span span) {
        return !day.isBefore(span.start()) && !day.isAfter(span.end());
    }

    private long customer(Map<String, Object> fact) {
        return customers.getOrDefault(number(fact, "person_id"), 0L);
    }

    BigDecimal orderCount(Span span) {
        return BigDecimal.valueOf(paying(span).count());
    }

    BigDecimal webBuyers(Span span) {
        List<Map<String, Object>> web = paying(span)
                .filter(order -> text(order, "channel").equals("web"))
                .toList();
        long known = web.stream()
                .map(this::customer)
                .filter(id -> id != 0)
                .distinct()
                .count();
        return BigDecimal.valueOf(
                known + web.stream().filter(order -> customer(order) == 0).count());
    }

    /** Net sales in VND; absent where an order in USD has no rate on its day. */
    Optional<BigDecimal> sales(Span span) {
        BigDecimal sum = BigDecimal.ZERO;
        List<Map<String, Object>> counted =
                orders.stream().filter(order -> in(day(order), span)).toList();
        for (Map<String, Object> order : counted) {
            BigDecimal net = BigDecimal.valueOf(number(order, "gross") - number(order, "discounts"), 6);
            Optional<BigDecimal> rate = text(order, "currency").equals("VND") || net.signum() == 0
                    ? Optional.of(BigDecimal.ONE)
                    : rate(day(order));
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(net.multiply(rate.get()));
        }
        for (Map<String, Object> refund : facts("fact_refund")) {
            if (in(day(refund), span) && !ofDuplicate(refund)) {
                sum = sum.subtract(BigDecimal.valueOf(number(refund, "amount"), 6));
            }
        }
        return Optional.of(sum);
    }

    private boolean ofDuplicate(Map<String, Object> refund) {
        Predicate<Map<String, Object>> its = order -> number(order, "account_id") == number(refund, "account_id")
                && text(order, "key").equals(text(refund, "order_id"));
        Optional<Map<String, Object>> order =
                facts("fact_order").stream().filter(its).findFirst();
        return is(refund, "web")
                && order.filter(of -> !text(of, "order_number").isEmpty())
                        .filter(of -> facts("fact_order").stream()
                                .anyMatch(other -> is(other, "pos")
                                        && text(other, "order_number").equals(text(of, "order_number"))))
                        .isPresent();
    }

    private Optional<BigDecimal> rate(LocalDate day) {
        return given("USD", day)
                .or(() -> given("VND", day).map(rate -> BigDecimal.ONE.divide(rate, MathContext.DECIMAL128)));
    }

    private Optional<BigDecimal> given(String from, LocalDate day) {
        Map<String, Object> best = Map.of();
        for (Map<String, Object> rate : facts("fact_exchange_rate")) {
            boolean holds = text(rate, "from_currency").equals(from)
                    && !day.isBefore(day(rate))
                    && !day.isAfter(LocalDate.parse(text(rate, "through")));
            if (holds && (best.isEmpty() || day(rate).isAfter(day(best)))) {
                best = rate;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text(best, "rate")));
    }

    private Set<Long> active(LocalDate from, LocalDate to) {
        Set<Long> active = new HashSet<>();
        LocalDate first = from;
        orders.stream()
                .filter(order -> number(order, "gross") > number(order, "discounts"))
                .filter(order -> !day(order).isBefore(first) && !day(order).isAfter(to))
                .forEach(order -> active.add(customer(order)));
        facts("fact_customer").stream()
                .filter(span -> !day(span).isAfter(to))
                .filter(span -> span.get("active_until") == null
                        || !LocalDate.parse(text(span, "active_until")).isBefore(first))
                .forEach(span -> active.add(customer(span)));
        active.remove(0L);
        return active;
    }

    /** Active at the end of the period; without a window, in it. */
    Set<Long> active(Optional<Integer> window, Span span) {
        return active(window.map(days -> span.end().minusDays(days - 1L)).orElse(span.start()), span.end());
    }

    Set<Long> fresh(Span span) {
        Set<Long> known = active(LocalDate.MIN, span.start().minusDays(1));
        Set<Long> fresh = new HashSet<>(active(LocalDate.MIN, span.end()));
        fresh.removeAll(known);
        return fresh;
    }

    Set<Long> buyers(Span span) {
        Set<Long> buyers = new HashSet<>();
        paying(span).forEach(order -> buyers.add(customer(order)));
        buyers.remove(0L);
        return buyers;
    }

    BigDecimal leads(Span span) {
        List<Map<String, Object>> asked = facts("fact_lead").stream()
                .filter(lead -> !text(lead, "status").equals("spam"))
                .sorted((a, b) -> day(a).compareTo(day(b)))
                .toList();
        long count = 0;
        Map<Long, LocalDate> last = new HashMap<>();
        for (Map<String, Object> lead : asked) {
            LocalDate before = customer(lead) == 0 ? null : last.put(customer(lead), day(lead));
            boolean again = before != null && !before.plusDays(30).isBefore(day(lead));
            count += !again && in(day(lead), span) ? 1 : 0;
        }
        return BigDecimal.valueOf(count);
    }

    BigDecimal satisfied(Span span, int from) {
        return BigDecimal.valueOf(facts("fact_survey_answer").stream()
                .filter(answer -> in(day(answer), span) && number(answer, "score") >= from)
                .count());
    }
}
