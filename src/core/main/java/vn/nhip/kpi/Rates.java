package vn.nhip.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.metric.Feed;
import vn.nhip.metric.Sql;
import vn.nhip.metric.Workspace;

/**
 * Exchange rates by day.
 *
 * <p>The rate that holds on the day: of the strongest source, there the one that began last. Without a direct rate the
 * inverse of the opposite one (34 digits), else both steps through USD, else through EUR, of the same day. No rate is
 * carried beyond the days its source gives for it.
 */
final class Rates {

    private static final List<String> THROUGH = List.of("USD", "EUR");

    private record Rate(LocalDate day, LocalDate through, BigDecimal rate, int rank, String key) {
        private boolean holds(LocalDate on) {
            return !on.isBefore(day) && !on.isAfter(through);
        }
    }

    private record Question(String from, String to, LocalDate day) {}

    private static final Comparator<Rate> STRONGEST_LATEST = Comparator.comparingInt(Rate::rank)
            .thenComparing(Rate::day, Comparator.reverseOrder())
            .thenComparing(Rate::key);

    private final Sql sql;
    private final Workspace workspace;
    private final Feed feed;
    private final Map<String, List<Rate>> pairs = new HashMap<>();
    private final Map<Question, Optional<BigDecimal>> answers = new HashMap<>();

    Rates(Sql sql, Workspace workspace, Feed feed) {
        this.sql = sql;
        this.workspace = workspace;
        this.feed = feed;
    }

    Optional<BigDecimal> find(String from, String to, LocalDate day) {
        return answers.computeIfAbsent(new Question(from, to, day), this::answer);
    }

    private Optional<BigDecimal> answer(Question asked) {
        Optional<BigDecimal> rate = step(asked.from(), asked.to(), asked.day());
        for (String via : THROUGH) {
            if (rate.isEmpty() && !via.equals(asked.from()) && !via.equals(asked.to())) {
                Optional<BigDecimal> second = step(via, asked.to(), asked.day());
                rate = step(asked.from(), via, asked.day())
                        .flatMap(first -> second.map(next -> first.multiply(next, MathContext.DECIMAL128)));
            }
        }
        return rate;
    }

    private Optional<BigDecimal> step(String from, String to, LocalDate day) {
        return given(from, to, day)
                .or(() -> given(to, from, day).map(rate -> BigDecimal.ONE.divide(rate, MathContext.DECIMAL128)));
    }

    private Optional<BigDecimal> given(String from, String to, LocalDate day) {
        return pairs.computeIfAbsent(from + to, any -> load(from, to)).stream()
                .filter(rate -> rate.holds(day))
                .findFirst()
                .map(Rate::rate);
    }

    private List<Rate> load(String from, String to) {
        List<Rate> rates = new ArrayList<>();
        List<Long> accounts = feed.accounts();
        sql.each(
                "SELECT day, through, rate, account_id, key FROM fact_exchange_rate WHERE workspace_id = ?"
                        + " AND from_currency = ? AND to_currency = ? AND live = 1",
                row -> {
                    int rank = accounts.indexOf(row.getLong(4));
                    if (rank >= 0) {
                        rates.add(new Rate(
                                LocalDate.parse(row.getString(1)),
                                LocalDate.parse(row.getString(2)),
                                new BigDecimal(row.getString(3)),
                                rank,
                                row.getString(5)));
                    }
                },
                workspace.id(),
                from,
                to);
        rates.sort(STRONGEST_LATEST);
        return rates;
    }
}
