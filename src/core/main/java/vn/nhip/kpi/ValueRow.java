package vn.nhip.kpi;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.spi.Grain;

/** How a value lies in {@code kpi_value}. */
final class ValueRow {

    static final String COLUMNS =
            "kpi, version, grain, start, dimension, dimension_value, numerator, denominator, value,"
                    + " reason, state, complete_through, partial, computed_at";

    private ValueRow() {}

    static KpiValue read(ResultSet row) throws SQLException {
        return new KpiValue(
                row.getString(1),
                row.getInt(2),
                Grain.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                LocalDate.parse(row.getString(4)),
                new KpiValue.Breakdown(row.getString(5), row.getString(6)),
                number(row.getString(7)),
                number(row.getString(8)),
                number(row.getString(9)),
                row.getString(10),
                new KpiValue.Standing(
                        KpiValue.State.valueOf(row.getString(11).toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getString(12)).map(LocalDate::parse),
                        row.getInt(13) == 1,
                        Instant.ofEpochMilli(row.getLong(14))));
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.ofNullable(text).map(BigDecimal::new);
    }

    static String id(KpiValue.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The same but for when it was computed. */
    static boolean same(KpiValue a, KpiValue b) {
        return a.version() == b.version()
                && a.numerator().equals(b.numerator())
                && a.denominator().equals(b.denominator())
                && a.value().equals(b.value())
                && a.reason().equals(b.reason())
                && a.standing().state() == b.standing().state()
                && a.standing().completeThrough().equals(b.standing().completeThrough())
                && a.standing().partial() == b.standing().partial();
    }
}
