package vn.nhip.kpi;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.catalogue.Kpi;
import vn.nhip.metric.Sql;
import vn.nhip.spi.DayRange;
import vn.nhip.spi.Grain;
import vn.nhip.store.Store;

/** Reads published values; computes nothing. */
public final class KpiValues {

    private static final String SELECT = "SELECT " + ValueRow.COLUMNS + " FROM kpi_value WHERE workspace_id = ?";

    private static final String RESTATEMENTS =
            "SELECT kpi, grain, start, dimension, dimension_value, old_value, new_value, old_version, new_version, cause, at"
                    + " FROM kpi_restatement WHERE workspace_id = ?";

    private final Store store;
    private final long workspace;

    public KpiValues(Store store, long workspace) {
        this.store = store;
        this.workspace = workspace;
    }

    /** One change of a value after it was first shown; an absent number is undefined, or withdrawn. */
    public record Restatement(
            String kpi,
            Grain grain,
            LocalDate start,
            KpiValue.Breakdown of,
            Optional<BigDecimal> before,
            Optional<BigDecimal> after,
            int versionBefore,
            int versionAfter,
            String cause,
            Instant at) {}

    /** Headline values of the periods that start from {@code from} to {@code to}, both included, in order. */
    public List<KpiValue> find(String kpi, Grain grain, LocalDate from, LocalDate to) {
        return list(
                " AND kpi = ? AND grain = ? AND start >= ? AND start <= ? AND dimension = '' ORDER BY start",
                kpi,
                grain.id(),
                from,
                to);
    }

    /** All values of one KPI, breakdowns too, of the periods that start in these days: by grain, start, dimension. */
    public List<KpiValue> all(String kpi, LocalDate from, LocalDate to) {
        return list(
                " AND kpi = ? AND start >= ? AND start <= ? ORDER BY CASE grain WHEN 'day' THEN 1 WHEN 'week' THEN 2"
                        + " ELSE 3 END, start, dimension, dimension_value",
                kpi,
                from,
                to);
    }

    /** The last whole period at the KPI's cadence, or the last period of all when none is whole yet. */
    public Optional<KpiValue> latest(Kpi kpi) {
        return list(
                        " AND kpi = ? AND grain = ? AND dimension = '' ORDER BY partial, start DESC LIMIT 1",
                        kpi.id(),
                        kpi.cadence().id())
                .stream()
                .findFirst();
    }

    /** The parts of one period by a dimension, by name. */
    public List<KpiValue> breakdown(String kpi, Grain grain, LocalDate start, String dimension) {
        return list(
                " AND kpi = ? AND grain = ? AND start = ? AND dimension = ? ORDER BY dimension_value",
                kpi,
                grain.id(),
                start,
                dimension);
    }

    /** What was restated of a KPI in these periods, oldest first. */
    public List<Restatement> restatements(String kpi, Grain grain, LocalDate from, LocalDate to) {
        return read(sql -> sql.list(
                RESTATEMENTS + " AND kpi = ? AND grain = ? AND start >= ? AND start <= ? ORDER BY id",
                KpiValues::restatement,
                workspace,
                kpi,
                grain.id(),
                from,
                to));
    }

    /** The last restatements of a KPI's headline at a grain, newest first. */
    public List<Restatement> lastRestatements(String kpi, Grain grain, int most) {
        return read(sql -> sql.list(
                RESTATEMENTS + " AND kpi = ? AND grain = ? AND dimension = '' ORDER BY id DESC LIMIT ?",
                KpiValues::restatement,
                workspace,
                kpi,
                grain.id(),
                most));
    }

    /** The number of the last restatement: whoever reads values after it knows of all up to it. */
    public long mark() {
        return read(sql -> sql.first(
                        "SELECT COALESCE(MAX(id), 0) FROM kpi_restatement WHERE workspace_id = ?",
                        row -> row.getLong(1),
                        workspace)
                .orElse(0L));
    }

    /** What was restated after a mark, of periods that start in these days: newest first, at most so many. */
    public List<Restatement> restatedSince(long mark, DayRange starts, int most) {
        return read(sql -> sql.list(
                RESTATEMENTS + " AND id > ? AND start >= ? AND start <= ? ORDER BY id DESC LIMIT ?",
                KpiValues::restatement,
                workspace,
                mark,
                starts.first(),
                starts.last(),
                most));
    }

    private static Restatement restatement(ResultSet row) throws SQLException {
        return new Restatement(
                row.getString(1),
                Grain.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                LocalDate.parse(row.getString(3)),
                new KpiValue.Breakdown(row.getString(4), row.getString(5)),
                Optional.ofNullable(row.getString(6)).map(BigDecimal::new),
                Optional.ofNullable(row.getString(7)).map(BigDecimal::new),
                row.getInt(8),
                row.getInt(9),
                row.getString(10),
                Instant.ofEpochMilli(row.getLong(11)));
    }

    private List<KpiValue> list(String where, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = workspace;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return read(sql -> sql.list(SELECT + where, ValueRow::read, all));
    }

    private <T> T read(java.util.function.Function<Sql, T> work) {
        return store.read(handle -> {
            try (Sql sql = new Sql(handle)) {
                return work.apply(sql);
            }
        });
    }
}
