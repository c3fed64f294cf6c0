package vn.nhip.connector.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nhip.kit.facts.BoundMapping;
import vn.nhip.kit.facts.Mapped;
import vn.nhip.kit.facts.RawRow;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Rejected;

/** The rows of one part together with what makes facts of them; every row is mapped, filtered or rejected. */
final class PartRows implements Closeable {

    private final Rows rows;
    private final String groupBy;
    private final BoundMapping mapping;
    private long count;
    private String latestKey = "";
    private long latestHash;

    PartRows(Rows rows, Optional<String> groupBy, BoundMapping mapping) {
        this.rows = rows;
        this.groupBy = groupBy.orElse("");
        this.mapping = mapping;
    }

    Rows rows() {
        return rows;
    }

    Optional<Row> next() throws IOException {
        if (count++ == Integer.MAX_VALUE) {
            throw ConnectorException.data("the file has more than " + Integer.MAX_VALUE + " rows; split it");
        }
        return rows.next();
    }

    /** What the row is grouped by, empty when nothing stands there. */
    String key(Row row) {
        return mapping.groupKey(groupBy, raw(row)).orElse("");
    }

    /** The hash of a key, 0 for none; neighbours often share their key. */
    long hash(String key) {
        if (!key.equals(latestKey)) {
            latestKey = key;
            latestHash = key.isEmpty() ? 0 : LastRows.hash(key);
        }
        return latestHash;
    }

    /** Maps a row that is a record by itself. */
    void map(Row row, PageDraft page) throws IOException {
        if (row.problem().isPresent()) {
            row.keepText(rows.text(row));
            page.rejected(reject(row, row.problem().get()));
            return;
        }
        Mapped mapped = mapping.map(raw(row));
        if (!mapped.rejected().isEmpty()) {
            row.keepText(rows.text(row));
        }
        add(mapped, List.of(row), page);
    }

    /** Maps the rows of one record, whose texts are kept; one row with a problem rejects them all. */
    void map(List<Row> group, PageDraft page) {
        Optional<Row> bad =
                group.stream().filter(row -> row.problem().isPresent()).findFirst();
        if (bad.isPresent()) {
            String place = rows.placeName() + bad.get().line();
            Row.Problem sameRecord =
                    new Row.Problem("", "", "refused with " + place + " of the same record, which has a problem");
            group.forEach(row -> page.rejected(reject(row, row.problem().orElse(sameRecord))));
            return;
        }
        List<RawRow> raws = new ArrayList<>(group.size());
        group.forEach(row -> raws.add(raw(row)));
        add(mapping.map(raws), group, page);
    }

    private static void add(Mapped mapped, List<Row> group, PageDraft page) {
        if (mapped.filtered()) {
            page.filtered(group.size());
            return;
        }
        if (mapped.rejected().isEmpty()) {
            page.mapped(group.size(), mapped.facts());
            return;
        }
        for (int at = 0; at < group.size(); at++) {
            Rejected rejected = mapped.rejected().get(at);
            page.rejected(new Rejected(
                    rejected.at(),
                    rejected.field(),
                    rejected.value(),
                    rejected.reason(),
                    group.get(at).text()));
        }
    }

    private Rejected reject(Row row, Row.Problem problem) {
        return new Rejected(
                rows.placeName() + row.line(), problem.field(), problem.value(), problem.reason(), row.text());
    }

    private static RawRow raw(Row row) {
        return new RawRow(row.line(), row.cells());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
