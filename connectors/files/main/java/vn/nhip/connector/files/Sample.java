package vn.nhip.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.nhip.spi.ConnectorException;

/** The first rows of a file, with how it was found to be written. */
record Sample(Reading reading, boolean surelyEncoded, List<String> header, List<List<@Nullable Object>> rows) {

    private static final int ROWS = 500;
    private static final int HEADER_WITHIN = 10;
    private static final int BYTES = 1 << 16;
    private static final long MAX_BYTES = 64L << 30;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final Charset LEGACY = Charset.forName("windows-1258");

    static Sample of(Path file) throws IOException {
        if (FileBytes.isZip(file)) {
            return read(file, new Layout(Reading.Format.XLSX, StandardCharsets.UTF_8, ',', true));
        }
        byte[] start;
        try (InputStream bytes = FileBytes.open(file, MAX_BYTES)) {
            start = bytes.readNBytes(BYTES);
        }
        Optional<Charset> sure = encoding(start);
        Charset encoding = sure.orElse(LEGACY);
        char separator = separator(new String(start, encoding).lines().limit(20).toList());
        Reading.Format format =
                separator == ' ' ? Reading.Format.SPACES : separator == '\t' ? Reading.Format.TSV : Reading.Format.CSV;
        return read(file, new Layout(format, encoding, separator, sure.isPresent()));
    }

    private record Layout(Reading.Format format, Charset encoding, char separator, boolean sure) {
        Reading reading(int headerRow, List<String> names) {
            return new Reading(
                    format, encoding, separator, Optional.empty(), new Heading(headerRow, names), Optional.empty());
        }
    }

    /** The header is the first row of names, each its own and none a number, over rows of the same width. */
    private static Sample read(Path file, Layout layout) throws IOException {
        for (int row = 1; row <= HEADER_WITHIN; row++) {
            Reading reading = layout.reading(row, List.of());
            Sample sample = rows(file, reading, layout.sure());
            if (sample.isHeader()
                    && !rows(file, layout.reading(row + 1, List.of()), true)
                            .header()
                            .equals(sample.header())) {
                return sample; // the row itself, not a blank one above it
            }
        }
        throw ConnectorException.data(file.getFileName() + ": no header was found in the first " + HEADER_WITHIN
                + " rows; write the mapping with header-row: 0 and columns: [...] by hand");
    }

    private static Sample rows(Path file, Reading reading, boolean sure) throws IOException {
        try (Source source = new Source(file);
                Rows rows = source.open(reading)) {
            List<String> header = rows.header();
            rows.want(IntStream.range(0, header.size()).toArray());
            List<List<@Nullable Object>> found = new ArrayList<>();
            for (Optional<Row> row = rows.next(); row.isPresent() && found.size() < ROWS; row = rows.next()) {
                if (row.get().problem().isEmpty()) {
                    found.add(Arrays.asList(row.get().cells()));
                }
            }
            return new Sample(reading, sure, header, found);
        }
    }

    private boolean isHeader() {
        List<String> names = header.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.size() > 1
                && names.size() * 2 > header.size()
                && names.stream().distinct().count() == names.size()
                && names.stream().noneMatch(name -> name.matches("[-+\\d.,/: ]+"));
    }

    Evidence evidence(int column) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.get(column)));
        return new Evidence(values);
    }

    private static Optional<Charset> encoding(byte[] start) {
        if (start.length > 1 && ((start[0] & 0xff) == 0xfe || (start[0] & 0xff) == 0xff)) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        int length = start.length;
        boolean text = IntStream.range(Math.max(0, length - 3), length + 1) // the sample may end within a character
                .anyMatch(end -> isUtf8(start, end));
        return text ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    private static boolean isUtf8(byte[] bytes, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }

    /** The separator that stands equally often on most lines; a blank when none does. */
    private static char separator(List<String> lines) {
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(separator -> sameCount(lines, separator)))
                .filter(best -> sameCount(lines, best) > 0)
                .orElse(' ');
    }

    private static long sameCount(List<String> lines, char separator) {
        List<Long> counts = lines.stream()
                .map(line -> line.chars().filter(c -> c == separator).count())
                .filter(count -> count > 0)
                .toList();
        return counts.stream()
                .mapToLong(count -> counts.stream().filter(count::equals).count() * 100 + count)
                .max()
                .orElse(0);
    }
}
