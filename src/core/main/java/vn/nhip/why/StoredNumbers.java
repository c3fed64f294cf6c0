package vn.nhip.why;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nhip.kpi.KpiValue;
import vn.nhip.kpi.KpiValues;
import vn.nhip.metric.Sql;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

/** The published numbers of one workspace; {@code currency} is the business's. */
public record StoredNumbers(Store store, long workspace, String currency) implements Published {

    private static final int DECIMALS = 6;

    private record Total(String currency, BigDecimal sum) {}

    @Override
    public Optional<KpiValue> value(String kpi, Grain grain, LocalDate start) {
        return values().find(kpi, grain, start, start).stream().findFirst();
    }

    @Override
    public List<KpiValue> parts(String kpi, Grain grain, LocalDate start, String dimension) {
        return values().breakdown(kpi, grain, start, dimension);
    }

    private KpiValues values() {
        return new KpiValues(store, workspace);
    }

    @Override
    public Map<String, BigDecimal> metrics(Collection<String> ids, Grain grain, LocalDate start) {
        Map<String, BigDecimal> sums = new HashMap<>();
        store.read(handle -> {
            try (Sql sql = new Sql(handle)) {
                ids.forEach(id -> sum(sql, id, grain, start).ifPresent(sum -> sums.put(id, sum)));
            }
            return sums;
        });
        return sums;
    }

    private Optional<BigDecimal> sum(Sql sql, String metric, Grain grain, LocalDate start) {
        List<Total> totals = sql.list(
                "SELECT currency, SUM(value) FROM metric_day WHERE workspace_id = ? AND metric = ? AND day >= ? AND day <= ?"
                        + " AND dimension = '' GROUP BY currency",
                row -> new Total(row.getString(1), BigDecimal.valueOf(row.getLong(2), DECIMALS)),
                workspace,
                metric,
                start.toString(),
                grain.endOf(start).toString());
        boolean foreign = totals.stream()
                .anyMatch(total ->
                        !total.currency().isEmpty() && !total.currency().equals(currency));
        return foreign
                ? Optional.empty()
                : Optional.of(totals.stream().map(Total::sum).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
