package vn.nhip.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.nhip.spi.Money;

/** Columns of facts, as short as a test wants them. */
final class Fact {

    private Fact() {}

    static long money(String amount) {
        return Money.millionths(new BigDecimal(amount));
    }

    static Map<String, Object> order(LocalDate day, long person, String net, String currency) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", day);
        columns.put("order_number", "");
        columns.put("ordered_at", instant(day));
        columns.put("person_id", person == 0 ? Optional.empty() : person);
        columns.put("status", "paid");
        columns.put("channel", "web");
        columns.put("currency", currency);
        columns.put("gross", money(net));
        columns.put("discounts", 0L);
        columns.put("tax", 0L);
        columns.put("shipping", 0L);
        columns.put("lines", "[[\"tea\",\"1\",\"" + net + "\"]]");
        return columns;
    }

    static Map<String, Object> refund(LocalDate day, String orderId, String amount, String currency) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", day);
        columns.put("order_id", orderId);
        columns.put("refunded_at", instant(day));
        columns.put("channel", "web");
        columns.put("currency", currency);
        columns.put("amount", money(amount));
        return columns;
    }

    static Map<String, Object> lead(LocalDate day, long person) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", day);
        columns.put("created_at", instant(day));
        columns.put("person_id", person == 0 ? Optional.empty() : person);
        columns.put("lead_origin", "form");
        columns.put("channel", "web");
        columns.put("status", "open");
        return columns;
    }

    static Map<String, Object> customer(LocalDate since, long person, Optional<LocalDate> until) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", since);
        columns.put("person_id", person);
        columns.put("active_until", until);
        return columns;
    }

    static Map<String, Object> rate(LocalDate day, LocalDate through, String from, String to, String rate) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", day);
        columns.put("through", through);
        columns.put("from_currency", from);
        columns.put("to_currency", to);
        columns.put("rate", rate);
        return columns;
    }

    static Map<String, Object> traffic(LocalDate day, String channel, long sessions, long users) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", day);
        columns.put("scope", channel.isEmpty() ? "total" : "breakdown");
        columns.put("channel", channel);
        columns.put("source", "");
        columns.put("medium", "");
        columns.put("campaign", "");
        columns.put("sessions", sessions);
        columns.put("engaged_sessions", sessions);
        columns.put("users", users);
        columns.put("new_users", users);
        columns.put("key_events", 0L);
        columns.put("quality", "");
        return columns;
    }

    static Map<String, Object> users(LocalDate start, String grain, long users) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", start);
        columns.put("grain", grain);
        columns.put("users", users);
        return columns;
    }

    static Map<String, Object> ads(LocalDate day, String campaign, String cost, String currency) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", day);
        columns.put("scope", campaign.isEmpty() ? "total" : "breakdown");
        columns.put("campaign_id", campaign);
        columns.put("campaign", campaign);
        columns.put("attribution", "default");
        columns.put("impressions", 1000L);
        columns.put("clicks", 10L);
        columns.put("currency", currency);
        columns.put("cost", money(cost));
        columns.put("conversions", 0L);
        columns.put("conversion_value", 0L);
        return columns;
    }

    static Map<String, Object> email(LocalDate day, long delivered, long opens, Optional<Long> human) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", day);
        columns.put("name", "news");
        columns.put("sent_at", instant(day));
        columns.put("sent", delivered);
        columns.put("delivered", delivered);
        columns.put("bounces", 0L);
        columns.put("opens", opens);
        columns.put("opens_without_proxies", human);
        columns.put("clickers", opens / 2);
        columns.put("human_clickers", Optional.empty());
        columns.put("unsubscribes", 0L);
        return columns;
    }

    static Map<String, Object> ledger(LocalDate day, String category, String amount, String currency) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", day);
        columns.put("category", category);
        columns.put("currency", currency);
        columns.put("amount", money(amount));
        return columns;
    }

    static Map<String, Object> answer(LocalDate day, int score) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", day);
        columns.put("answered_at", instant(day));
        columns.put("score", score);
        columns.put("scale_min", 1);
        columns.put("scale_max", 5);
        columns.put("survey", "csat");
        return columns;
    }

    static Map<String, Object> own(LocalDate day, String metric, String dimensions, String value, String currency) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("day", day);
        columns.put("metric", metric);
        columns.put("dimensions", dimensions);
        columns.put("currency", currency);
        columns.put("value", money(value));
        return columns;
    }

    private static long instant(LocalDate day) {
        return Instant.parse(day + "T08:00:00Z").toEpochMilli();
    }
}
