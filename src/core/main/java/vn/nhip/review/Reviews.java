package vn.nhip.review;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import vn.nhip.store.Store;

/** The reviews of one workspace; nothing is ever changed in them, who thinks better of it decides once more. */
public final class Reviews {

    private static final String SELECT =
            "SELECT id, month, kpi, decision, reason, value, target, reached, judged, new_target, successor, who, at"
                    + " FROM kpi_review WHERE workspace_id = ?";

    private final Store store;
    private final long workspace;
    private final Clock clock;

    public Reviews(Store store, long workspace, Clock clock) {
        this.store = store;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** What is decided about which KPI, as it stood, by whom. */
    public record Ruling(String kpi, Decision decision, Review.Seen seen, String who) {}

    /** Keeps the decisions and lets them take effect; when the effect fails, neither is done. */
    public void decide(YearMonth month, List<Ruling> rulings, Runnable effect) {
        store.write(handle -> {
            rulings.forEach(ruling -> insert(handle, month, ruling));
            effect.run();
            return rulings.size();
        });
    }

    private void insert(Handle handle, YearMonth month, Ruling ruling) {
        Decision decision = ruling.decision();
        handle.execute(
                "INSERT INTO kpi_review (workspace_id, id, month, kpi, decision, reason, value, target, reached, judged,"
                        + " new_target, successor, who, at) SELECT ?, COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ? FROM kpi_review WHERE workspace_id = ?",
                workspace,
                month.toString(),
                ruling.kpi(),
                decision.kind().id(),
                decision.reason(),
                text(ruling.seen().value()),
                text(ruling.seen().target()),
                ruling.seen().reached(),
                ruling.seen().judged(),
                text(decision.target()),
                decision.successor().orElse(""),
                ruling.who(),
                clock.millis(),
                workspace);
    }

    /** Those of one month, in the order in which they were taken. */
    public List<Review> of(YearMonth month) {
        return list(" AND month = ? ORDER BY id", month.toString());
    }

    /** Those of one KPI, and of the KPIs whose place it took, newest first. */
    public List<Review> of(String kpi) {
        return list(" AND (kpi = ? OR successor = ?) ORDER BY id DESC", kpi, kpi);
    }

    /** The months of which there are any, newest first. */
    public List<YearMonth> months() {
        return store.read(handle -> handle.createQuery(
                        "SELECT DISTINCT month FROM kpi_review WHERE workspace_id = ? ORDER BY month DESC")
                .bind(0, workspace)
                .mapTo(String.class)
                .map(YearMonth::parse)
                .list());
    }

    private List<Review> list(String where, String... arguments) {
        return store.read(handle -> {
            var query = handle.createQuery(SELECT + where).bind(0, workspace);
            for (int i = 0; i < arguments.length; i++) {
                query.bind(i + 1, arguments[i]);
            }
            return query.map(Reviews::review).list();
        });
    }

    private static Review review(ResultSet row, StatementContext context) throws SQLException {
        return new Review(
                row.getLong("id"),
                YearMonth.parse(row.getString("month")),
                row.getString("kpi"),
                new Decision(
                        Decision.Kind.find(row.getString("decision")).orElseThrow(),
                        row.getString("reason"),
                        number(row, "new_target"),
                        Optional.of(row.getString("successor")).filter(id -> !id.isEmpty())),
                new Review.Seen(
                        number(row, "value"), number(row, "target"), row.getInt("reached"), row.getInt("judged")),
                row.getString("who"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    private static Optional<BigDecimal> number(ResultSet row, String column) throws SQLException {
        return Optional.of(row.getString(column))
                .filter(text -> !text.isEmpty())
                .map(BigDecimal::new);
    }
}
