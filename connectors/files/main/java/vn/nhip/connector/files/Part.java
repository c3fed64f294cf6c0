package vn.nhip.connector.files;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.nhip.kit.facts.FactsMapping;
import vn.nhip.spi.ConnectorException;

/** One {@code read}, {@code fields} and {@code facts} of a mapping: most have one part, a workbook one per sheet. */
record Part(Reading reading, FactsMapping facts) {

    boolean isGrouped() {
        return reading.groupBy().isPresent();
    }

    /** Opens the file's rows with the columns that the fields need. */
    PartRows open(Source source) throws IOException {
        return open(source, column -> true);
    }

    /** Opens the file's rows with nothing but the column that they are grouped by. */
    PartRows openKeys(Source source) throws IOException {
        String key = reading.groupBy().flatMap(facts::column).orElseThrow();
        return open(source, key::equals);
    }

    private PartRows open(Source source, Predicate<String> wanted) throws IOException {
        Rows rows = source.open(reading);
        try {
            List<String> header = rows.header();
            facts.bind(header, rows.placeName()); // refuses a header that lacks a column
            List<String> columns = facts.columns();
            rows.want(columns.stream()
                    .mapToInt(column -> wanted.test(column) ? indexOf(header, column) : Rows.UNWANTED)
                    .toArray());
            return new PartRows(rows, reading.groupBy(), facts.bind(columns, rows.placeName()));
        } catch (ConnectorException unfit) {
            rows.close();
            throw new ConnectorException(
                    unfit.kind(), source.name() + ": " + unfit.getMessage(), unfit.retryAfter(), unfit);
        }
    }

    private static int indexOf(List<String> header, String column) {
        String wanted = clean(column);
        for (int index = 0; index < header.size(); index++) {
            if (clean(header.get(index)).equals(wanted)) {
                return index;
            }
        }
        throw new IllegalStateException("column '" + column + "' was found and is gone");
    }

    private static String clean(String name) {
        return Normalizer.normalize(name.replace('\u00a0', ' ').strip(), Normalizer.Form.NFC);
    }

    /** The field that groups must be declared. */
    Optional<String> problem() {
        return reading.groupBy()
                .filter(field -> facts.column(field).isEmpty())
                .map(field -> "group-by names '" + field + "', which is no field; fields: " + facts.fields());
    }
}
