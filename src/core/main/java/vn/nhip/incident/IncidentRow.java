package vn.nhip.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.nhip.catalogue.Texts;
import vn.nhip.spi.Grain;

/** How incidents and their tasks lie in the store. */
final class IncidentRow {

    static final String COLUMNS = "id, kpi, grain, cause, start, last_start, severe, value, expected, low, high, score,"
            + " ending, opened_at, changed_at";
    static final String TASK_COLUMNS = "id, incident_id, vi, en, owner, due, state, outcome, ended_on";

    private IncidentRow() {}

    static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getLong(1),
                row.getString(2),
                Grain.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Incident.cause(row.getString(4)),
                LocalDate.parse(row.getString(5)),
                LocalDate.parse(row.getString(6)),
                row.getInt(7) == 1,
                new Evidence(number(row, 8), number(row, 9), number(row, 10), number(row, 11), number(row, 12)),
                Optional.of(row.getString(13)).filter(id -> !id.isEmpty()).map(Ending::of),
                Instant.ofEpochMilli(row.getLong(14)),
                Instant.ofEpochMilli(row.getLong(15)));
    }

    private static double number(ResultSet row, int column) throws SQLException {
        return Double.parseDouble(row.getString(column));
    }

    static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getLong(1),
                row.getLong(2),
                new Texts(row.getString(3), row.getString(4)),
                row.getString(5),
                day(row.getString(6)),
                Task.State.of(row.getString(7)),
                row.getString(8),
                day(row.getString(9)));
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.of(text).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    }
}
