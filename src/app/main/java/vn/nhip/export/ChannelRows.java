package vn.nhip.export;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/**
 * The channel table: monthly breakdowns of cost, leads and sales that the KPIs offer, so that it ties to them.
 *
 * <p>What an advertising account cost stands under the account; what came in stands under the channel it came by.
 */
final class ChannelRows {

    private record Key(String kpi, String dimension) {}

    private static final Key COST = new Key("advertising-cost", "account");
    private static final Key LEADS = new Key("leads", "channel");
    private static final Key NET = new Key("sales", "channel");

    private final AccountRows accounts;
    private final Map<YearMonth, Map<String, BigDecimal>> newCustomers;

    ChannelRows(AccountRows accounts, Map<YearMonth, Map<String, BigDecimal>> newCustomers) {
        this.accounts = accounts;
        this.newCustomers = newCustomers;
    }

    List<Report.ChannelMonth> of(List<KpiValue> values) {
        Map<YearMonth, Map<String, Map<Key, BigDecimal>>> months = new TreeMap<>();
        for (KpiValue value : values) {
            Key key = new Key(value.kpi(), value.of().dimension());
            boolean wanted = value.grain() == Grain.MONTH && (key.equals(COST) || key.equals(LEADS) || key.equals(NET));
            if (wanted && value.value().isPresent()) {
                String channel = key.equals(COST)
                        ? accounts.title(value.of().value())
                        : value.of().value();
                cell(months, YearMonth.from(value.start()), channel)
                        .put(key, value.value().get());
            }
        }
        newCustomers.forEach((month, channels) -> channels.keySet().forEach(channel -> cell(months, month, channel)));
        List<Report.ChannelMonth> rows = new ArrayList<>();
        months.forEach((month, channels) -> channels.forEach((channel, found) -> rows.add(row(month, channel, found))));
        return rows;
    }

    private static Map<Key, BigDecimal> cell(
            Map<YearMonth, Map<String, Map<Key, BigDecimal>>> months, YearMonth month, String channel) {
        return months.computeIfAbsent(month, any -> new TreeMap<>()).computeIfAbsent(channel, any -> new HashMap<>());
    }

    private Report.ChannelMonth row(YearMonth month, String channel, Map<Key, BigDecimal> found) {
        BigDecimal customers = newCustomers.getOrDefault(month, Map.of()).get(channel);
        return new Report.ChannelMonth(
                month,
                channel,
                Optional.ofNullable(found.get(COST)),
                Optional.ofNullable(found.get(LEADS)),
                Optional.ofNullable(customers),
                Optional.ofNullable(found.get(NET)));
    }
}
