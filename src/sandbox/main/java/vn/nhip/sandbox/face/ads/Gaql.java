package vn.nhip.sandbox.face.ads;

import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import io.grpc.StatusRuntimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query as it was asked: which fields of which resource, on which days, in which order. */
record Gaql(
        List<Column> select,
        String from,
        LocalDate first,
        LocalDate last,
        long deepest,
        List<Column> order,
        Optional<Long> limit) {

    private static final Pattern QUERY =
            Pattern.compile("SELECT (.+?) FROM (\\w+)(?: WHERE (.+?))?(?: ORDER BY (.+?))?(?: LIMIT (\\d+))?");
    private static final Pattern DAYS = Pattern.compile("segments.date BETWEEN '([\\d-]{10})' AND '([\\d-]{10})'");
    private static final Pattern LEVEL = Pattern.compile("customer_client.level <= (\\d)");

    /**
     * Reads the query.
     *
     * @throws StatusRuntimeException naming what the face does not know
     */
    static Gaql of(String query) {
        Matcher parts = QUERY.matcher(query);
        if (!parts.matches()) {
            throw refused(QueryError.QUERY_ERROR, "Error in query: unexpected input.");
        }
        String where = Optional.ofNullable(parts.group(3)).orElse("");
        Matcher days = DAYS.matcher(where);
        Matcher level = LEVEL.matcher(where);
        boolean byDay = days.matches();
        boolean byLevel = level.matches();
        if (!where.isEmpty() && !byDay && !byLevel) {
            throw refused(QueryError.BAD_OPERATOR, "The face does not know the condition " + where);
        }
        return new Gaql(
                columns(parts.group(1)),
                parts.group(2),
                byDay ? LocalDate.parse(days.group(1)) : LocalDate.MIN,
                byDay ? LocalDate.parse(days.group(2)) : LocalDate.MAX,
                byLevel ? Long.parseLong(level.group(1)) : Long.MAX_VALUE,
                Optional.ofNullable(parts.group(4)).map(Gaql::columns).orElse(List.of()),
                Optional.ofNullable(parts.group(5)).map(Long::valueOf));
    }

    private static List<Column> columns(String names) {
        return Arrays.stream(names.split(", ", -1)).map(Column::of).toList();
    }

    boolean asksFor(String prefix) {
        return select.stream().anyMatch(column -> column.path().startsWith(prefix));
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Only what is selected of each row; in the order asked for, and in none that helps when none was asked for. */
    List<GoogleAdsRow> answer(List<GoogleAdsRow> rows) {
        Comparator<GoogleAdsRow> by = order.isEmpty()
                ? Comparator.comparing(row -> row.toString().hashCode())
                : order.stream()
                        .map(Column::order)
                        .reduce(Comparator::thenComparing)
                        .orElseThrow();
        return rows.stream()
                .sorted(by)
                .limit(limit.orElse(Long.MAX_VALUE))
                .map(this::selected)
                .toList();
    }

    private GoogleAdsRow selected(GoogleAdsRow row) {
        GoogleAdsRow.Builder selected = GoogleAdsRow.newBuilder();
        select.forEach(column -> column.copy(row, selected));
        return selected.build();
    }

    static StatusRuntimeException refused(QueryError code, String words) {
        return AdsRefusal.of(code, words).thrown();
    }
}
