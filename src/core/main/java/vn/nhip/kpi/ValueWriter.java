package vn.nhip.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.nhip.catalogue.Kpi;
import vn.nhip.metric.Sql;
import vn.nhip.metric.Workspace;
import vn.nhip.spi.Grain;

/**
 * Publishes values: writes what is another value than before, and keeps a restatement of each whole value that changes.
 */
final class ValueWriter {

    /** Place of a value within a KPI and grain. */
    private record Key(LocalDate start, KpiValue.Breakdown of) {}

    private static final String SET = "INSERT INTO kpi_value (workspace_id, " + ValueRow.COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (workspace_id, kpi, grain, start,"
            + " dimension, dimension_value) DO UPDATE SET version = excluded.version, numerator = excluded.numerator,"
            + " denominator = excluded.denominator, value = excluded.value, reason = excluded.reason, state ="
            + " excluded.state, complete_through = excluded.complete_through, partial = excluded.partial,"
            + " computed_at = excluded.computed_at";
    private static final String DELETE = "DELETE FROM kpi_value WHERE workspace_id = ? AND kpi = ? AND grain = ?"
            + " AND start = ? AND dimension = ? AND dimension_value = ?";
    private static final String RESTATE = "INSERT INTO kpi_restatement (workspace_id, id, kpi, grain, start, dimension,"
            + " dimension_value, old_value, new_value, old_version, new_version, cause, at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String RANGE =
            " WHERE workspace_id = ? AND kpi = ? AND grain = ? AND start >= ? AND start <= ?";

    private final Sql sql;
    private final Workspace workspace;
    private final Instant now;
    private final String cause;
    private long lastRestatement;
    private long written;
    private long restated;

    ValueWriter(Sql sql, Workspace workspace, Instant now, String cause) {
        this.sql = sql;
        this.workspace = workspace;
        this.now = now;
        this.cause = cause;
        this.lastRestatement = sql.first(
                        "SELECT COALESCE(MAX(id), 0) FROM kpi_restatement WHERE workspace_id = ?",
                        row -> row.getLong(1),
                        workspace.id())
                .orElse(0L);
    }

    long written() {
        return written;
    }

    long restated() {
        return restated;
    }

    /** Replaces the values of these periods; an evaluation that is missing means there is none any more. */
    void write(Kpi kpi, Grain grain, NavigableSet<LocalDate> starts, Map<LocalDate, Evaluation> evaluations) {
        Map<Key, KpiValue> before = stored(kpi, grain, starts);
        Set<Key> everRestated = restatedKeys(kpi, grain, starts);
        Map<Key, KpiValue> after = new HashMap<>();
        evaluations.forEach((start, evaluation) -> values(kpi, new Span(grain, start), evaluation)
                .forEach(value -> after.put(new Key(start, value.of()), value)));
        try (Sql.Batch set = sql.batch(SET);
                Sql.Batch restate = sql.batch(RESTATE)) {
            after.forEach((key, value) -> {
                KpiValue old = before.remove(key);
                boolean moves = false;
                if (old != null && moved(old, value)) {
                    restate(restate, old, value.value(), value.version());
                    moves = true;
                }
                publish(set, old, withState(value, moves || everRestated.contains(key)));
            });
            before.values().stream().filter(old -> starts.contains(old.start())).forEach(old -> withdraw(old, restate));
        }
    }

    private List<KpiValue> values(Kpi kpi, Span span, Evaluation evaluation) {
        Basis basis = evaluation.basis();
        boolean settled = basis.settled(span, workspace.today());
        KpiValue.Standing standing = new KpiValue.Standing(
                settled ? KpiValue.State.SETTLED : KpiValue.State.PROVISIONAL,
                basis.shown(span),
                basis.partial(span, workspace.today()),
                now);
        Map<KpiValue.Breakdown, Outcome> outcomes = new HashMap<>(evaluation.parts());
        outcomes.put(KpiValue.Breakdown.TOTAL, evaluation.headline());
        return outcomes.entrySet().stream()
                .map(entry -> new KpiValue(
                        kpi.id(),
                        kpi.version(),
                        span.grain(),
                        span.start(),
                        entry.getKey(),
                        entry.getValue().numerator(),
                        entry.getValue().denominator(),
                        entry.getValue().value(),
                        entry.getValue().reason(),
                        standing))
                .toList();
    }

    private static boolean moved(KpiValue old, KpiValue now) {
        boolean published = !old.standing().partial();
        return published && (!old.value().equals(now.value()) || old.version() != now.version());
    }

    /** Restated is what a settled value is called once it was another one; until it is settled it may still move. */
    private static KpiValue withState(KpiValue value, boolean restated) {
        KpiValue.Standing standing = value.standing();
        boolean shows = restated && standing.state() == KpiValue.State.SETTLED;
        return !shows
                ? value
                : new KpiValue(
                        value.kpi(),
                        value.version(),
                        value.grain(),
                        value.start(),
                        value.of(),
                        value.numerator(),
                        value.denominator(),
                        value.value(),
                        value.reason(),
                        new KpiValue.Standing(
                                KpiValue.State.RESTATED,
                                standing.completeThrough(),
                                standing.partial(),
                                standing.computedAt()));
    }

    private void publish(Sql.Batch set, @Nullable KpiValue old, KpiValue value) {
        if (old != null && ValueRow.same(old, value)) {
            return;
        }
        written++;
        set.add(
                workspace.id(),
                value.kpi(),
                value.version(),
                value.grain().id(),
                value.start(),
                value.of().dimension(),
                value.of().value(),
                text(value.numerator()),
                text(value.denominator()),
                text(value.value()),
                value.reason(),
                ValueRow.id(value.standing().state()),
                value.standing().completeThrough().map(LocalDate::toString).orElse(null),
                value.standing().partial() ? 1 : 0,
                now.toEpochMilli());
    }

    private void withdraw(KpiValue old, Sql.Batch restate) {
        written++;
        sql.update(
                DELETE,
                workspace.id(),
                old.kpi(),
                old.grain().id(),
                old.start(),
                old.of().dimension(),
                old.of().value());
        if (!old.standing().partial() && old.value().isPresent()) {
            restate(restate, old, Optional.empty(), old.version());
        }
    }

    private void restate(Sql.Batch restate, KpiValue old, Optional<BigDecimal> value, int version) {
        restated++;
        lastRestatement++;
        String why = version == old.version() ? cause : "definition: version " + old.version() + " to " + version;
        restate.add(
                workspace.id(),
                lastRestatement,
                old.kpi(),
                old.grain().id(),
                old.start(),
                old.of().dimension(),
                old.of().value(),
                text(old.value()),
                text(value),
                old.version(),
                version,
                why,
                now.toEpochMilli());
    }

    private Map<Key, KpiValue> stored(Kpi kpi, Grain grain, NavigableSet<LocalDate> starts) {
        Map<Key, KpiValue> found = new HashMap<>();
        sql.each(
                "SELECT " + ValueRow.COLUMNS + " FROM kpi_value" + RANGE,
                row -> {
                    KpiValue value = ValueRow.read(row);
                    found.put(new Key(value.start(), value.of()), value);
                },
                workspace.id(),
                kpi.id(),
                grain.id(),
                starts.first(),
                starts.last());
        return found;
    }

    private Set<Key> restatedKeys(Kpi kpi, Grain grain, NavigableSet<LocalDate> starts) {
        Set<Key> found = new HashSet<>();
        sql.each(
                "SELECT start, dimension, dimension_value FROM kpi_restatement" + RANGE,
                row -> found.add(new Key(
                        LocalDate.parse(row.getString(1)), new KpiValue.Breakdown(row.getString(2), row.getString(3)))),
                workspace.id(),
                kpi.id(),
                grain.id(),
                starts.first(),
                starts.last());
        return found;
    }

    private static @Nullable String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(null);
    }
}
