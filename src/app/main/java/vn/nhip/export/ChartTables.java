package vn.nhip.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.nhip.catalogue.Unit;
import vn.nhip.kpi.KpiValue;
import vn.nhip.spi.Grain;

/** The cells that the charts are drawn from: the last periods of every listed KPI, and the channels of the last month. */
final class ChartTables {

    static final String CHANNELS = "tblChartChannels";

    /**
     * The columns of one chart in its table, as offsets; {@code running} repeats the last complete value so that the
     * dotted end starts where the line stops.
     */
    record Drawn(Report.KpiLine line, int complete, int running, Optional<Integer> target) {}

    /** All charts of one cadence with the table they share. */
    record Group(Grain grain, Table table, List<Drawn> charts) {}

    record Channels(Table table, String month) {}

    private final Words words;

    ChartTables(Words words) {
        this.words = words;
    }

    List<Group> groups() {
        return Stream.of(Grain.DAY, Grain.WEEK, Grain.MONTH)
                .map(this::group)
                .filter(group -> group.table().size() > 0)
                .toList();
    }

    private Group group(Grain grain) {
        Map<String, NavigableMap<LocalDate, KpiValue>> series = series(grain);
        List<LocalDate> periods = lastPeriods(series, grain);
        List<Table.Column> columns = new ArrayList<>();
        columns.add(words.column("charts." + grain.id(), 12));
        List<Drawn> charts = new ArrayList<>();
        for (Report.KpiLine line : words.report.kpis()) {
            if (series.containsKey(line.kpi().id())) {
                charts.add(draw(line, columns));
            }
        }
        return new Group(
                grain,
                new Table("tblChart" + titleCase(grain), columns, periods.size(), i -> row(periods, i, charts, series)),
                charts);
    }

    private Drawn draw(Report.KpiLine line, List<Table.Column> columns) {
        String name = words.nameOf(line);
        int complete = columns.size();
        columns.add(new Table.Column(name, 16));
        columns.add(new Table.Column(words.labels.text("charts.running", name), 16));
        boolean targeted = line.choice().hasTargets();
        if (targeted) {
            columns.add(new Table.Column(words.labels.text("charts.target", name), 16));
        }
        return new Drawn(line, complete, complete + 1, targeted ? Optional.of(complete + 2) : Optional.empty());
    }

    private Map<String, NavigableMap<LocalDate, KpiValue>> series(Grain grain) {
        Map<String, NavigableMap<LocalDate, KpiValue>> series = new TreeMap<>();
        for (KpiValue value : words.report.values()) {
            Report.KpiLine line = words.line(value.kpi());
            boolean drawn = line.listed()
                    && value.grain() == grain
                    && line.kpi().cadence() == grain
                    && value.of().equals(KpiValue.Breakdown.TOTAL);
            if (drawn) {
                series.computeIfAbsent(value.kpi(), kpi -> new TreeMap<>()).put(value.start(), value);
            }
        }
        return series;
    }

    /** The last 90 days, 52 weeks or 24 months for which any of them has a row. */
    private static List<LocalDate> lastPeriods(Map<String, NavigableMap<LocalDate, KpiValue>> series, Grain grain) {
        TreeSet<LocalDate> all = new TreeSet<>();
        series.values().forEach(values -> all.addAll(values.keySet()));
        int most =
                switch (grain) {
                    case DAY -> 90;
                    case WEEK -> 52;
                    case MONTH -> 24;
                };
        return all.stream().skip(Math.max(0, all.size() - most)).toList();
    }

    private List<Value> row(
            List<LocalDate> periods,
            int at,
            List<Drawn> charts,
            Map<String, NavigableMap<LocalDate, KpiValue>> series) {
        List<Value> row = new ArrayList<>();
        for (Drawn chart : charts) {
            if (row.isEmpty()) {
                row.add(Value.text(words.numbers.shortPeriod(chart.line().kpi().cadence(), periods.get(at))));
            }
            NavigableMap<LocalDate, KpiValue> values =
                    series.getOrDefault(chart.line().kpi().id(), new TreeMap<>());
            KpiValue now = values.get(periods.get(at));
            KpiValue next = at + 1 < periods.size() ? values.get(periods.get(at + 1)) : null;
            boolean running = now != null && now.standing().partial();
            boolean nextRuns = next != null && next.standing().partial();
            Unit unit = chart.line().kpi().unit();
            Optional<BigDecimal> value = Optional.ofNullable(now).flatMap(KpiValue::value);
            row.add(words.in(running ? Optional.empty() : value, unit));
            row.add(words.in(running || nextRuns ? value : Optional.empty(), unit));
            if (chart.target().isPresent()) {
                row.add(words.in(chart.line().choice().target(periods.get(at)), unit));
            }
        }
        return row;
    }

    /** Cost and net of each channel in the last month that has any. */
    Channels channels() {
        Optional<YearMonth> last =
                words.report.channels().stream().map(Report.ChannelMonth::month).max(Comparator.naturalOrder());
        List<List<Value>> rows = words.report.channels().stream()
                .filter(row -> last.filter(row.month()::equals).isPresent())
                .map(row -> List.of(
                        Value.text(row.channel()), words.in(row.cost(), Unit.MONEY), words.in(row.net(), Unit.MONEY)))
                .toList();
        String month = last.map(given -> words.numbers.period(Grain.MONTH, given.atDay(1)))
                .orElse("");
        List<Table.Column> columns = List.of(
                words.column("channels.channel", 24),
                words.column("channels.cost", 16),
                words.column("channels.net", 16));
        return new Channels(Table.of(CHANNELS, columns, rows), month);
    }

    private static String titleCase(Grain grain) {
        String id = grain.id();
        return Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }
}
