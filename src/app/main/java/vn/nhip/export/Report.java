package vn.nhip.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vn.nhip.catalogue.Formula;
import vn.nhip.catalogue.Kpi;
import vn.nhip.config.KpiChoice;
import vn.nhip.config.WorkspaceConfig.Language;
import vn.nhip.kpi.KpiValue;

/**
 * Everything that one export shows, read once; the same report always gives the same bytes.
 *
 * <p>Shape: {@code values} hold every grain, headlines and breakdowns alike. Units: money in the business currency
 * unless a row names its own, ratios 0–1, days of the business zone.
 */
public record Report(
        Business business,
        List<KpiLine> kpis,
        List<KpiValue> values,
        List<ChannelMonth> channels,
        List<Reconciliation> reconciliation,
        List<Source> sources,
        Instant exportedAt) {

    /** Whose numbers these are. */
    public record Business(String id, String name, Language language, ZoneId zone, Currency currency, boolean sample) {}

    /**
     * One KPI as the workspace uses it.
     *
     * <p>Shape: {@code listed} says whether it stands in the overview; {@code sources} are the accounts that feed it;
     * {@code syncedAt} is the last success of the one that is furthest behind.
     */
    public record KpiLine(Kpi kpi, KpiChoice choice, boolean listed, List<String> sources, Optional<Instant> syncedAt) {

        public KpiLine {
            sources = List.copyOf(sources);
        }

        /** The name with the trailing window that it depends on. */
        public String name(Labels labels) {
            String name = labels.text(kpi.name());
            OptionalInt window = windowDays();
            boolean said = window.isEmpty() || name.contains(Integer.toString(window.getAsInt()));
            return said ? name : labels.text("kpi.with-window", name, Integer.toString(window.getAsInt()));
        }

        /** The trailing window in days that must stand beside the name, where the definition has one. */
        OptionalInt windowDays() {
            if (kpi.formula() instanceof Formula.Retention retention) {
                return days(retention.window());
            }
            if (kpi.formula() instanceof Formula.ActiveCustomers active) {
                return days(active.window());
            }
            return OptionalInt.empty();
        }

        private static OptionalInt days(Optional<Period> window) {
            return window.filter(period -> period.toTotalMonths() == 0)
                    .map(period -> OptionalInt.of((int) period.get(ChronoUnit.DAYS)))
                    .orElse(OptionalInt.empty());
        }
    }

    /** What one channel cost and brought in one month; absent where no source says. */
    public record ChannelMonth(
            YearMonth month,
            String channel,
            Optional<BigDecimal> cost,
            Optional<BigDecimal> leads,
            Optional<BigDecimal> customers,
            Optional<BigDecimal> net) {}

    /**
     * Orders of one account and month in one currency, as its records give them and as they count.
     *
     * <p>Shape: {@code net} is gross − discounts of all records; {@code countedNet} of those that count.
     */
    public record Reconciliation(
            YearMonth month,
            String account,
            String currency,
            long records,
            BigDecimal net,
            long counted,
            BigDecimal countedNet,
            long duplicates) {

        public BigDecimal difference() {
            return net.subtract(countedNet);
        }
    }

    /** One account: how fresh it is and how much it gave, where that was counted. */
    public record Source(
            String account,
            String title,
            String connector,
            Optional<Instant> lastSuccess,
            Optional<LocalDate> completeThrough,
            OptionalLong records,
            long quarantined,
            String lastError) {}

    public Report {
        kpis = List.copyOf(kpis);
        values = List.copyOf(values);
        channels = List.copyOf(channels);
        reconciliation = List.copyOf(reconciliation);
        sources = List.copyOf(sources);
    }

    /** The same in another language. */
    public Report in(Language language) {
        Business same = new Business(
                business.id(), business.name(), language, business.zone(), business.currency(), business.sample());
        return new Report(same, kpis, values, channels, reconciliation, sources, exportedAt);
    }

    /** The same without breakdowns. */
    public Report totalsOnly() {
        List<KpiValue> totals = values.stream()
                .filter(value -> value.of().equals(KpiValue.Breakdown.TOTAL))
                .toList();
        return new Report(business, kpis, totals, channels, reconciliation, sources, exportedAt);
    }

    /** The target of a value's period: set for the KPI's own cadence, total only. */
    public static Optional<BigDecimal> targetOf(KpiLine line, KpiValue value) {
        boolean applies = value.grain() == line.kpi().cadence() && value.of().equals(KpiValue.Breakdown.TOTAL);
        return applies ? line.choice().target(value.start()) : Optional.empty();
    }
}
