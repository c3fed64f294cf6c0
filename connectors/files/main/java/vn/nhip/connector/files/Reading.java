package vn.nhip.connector.files;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/** The {@code read:} part of a mapping: what the file is, and what its rows are grouped by. */
record Reading(
        Format format,
        Charset encoding,
        char separator,
        Optional<String> sheet,
        Heading heading,
        Optional<String> groupBy) {

    enum Format {
        CSV,
        TSV,
        SPACES,
        XLSX;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
