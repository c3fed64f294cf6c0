package vn.nhip.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Made-up ledger records of about 600 bytes with 21 fields, spread over a hundred days, as packed pages of JSON. */
final class RestPages {

    static final int DAYS = 100;
    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private static final String FILLER = "filler text that nobody maps, ";

    private final int rows;
    private final int size;
    private final boolean hashed;
    private final byte[][] pages;
    private int revision;

    RestPages(int rows, int size, boolean hashed) {
        this.rows = rows;
        this.size = size;
        this.hashed = hashed;
        pages = IntStream.range(0, (rows + size - 1) / size)
                .parallel()
                .mapToObj(this::packed)
                .toArray(byte[][]::new);
    }

    int perDay() {
        return rows / DAYS;
    }

    int rows() {
        return rows;
    }

    int size() {
        return size;
    }

    /** Every amount of the last day becomes another. */
    synchronized void change() {
        revision++;
        for (int page = (rows - perDay()) / size; page < pages.length; page++) {
            pages[page] = packed(page);
        }
    }

    /** The page that begins at this row; rows of a range of days are pages of the whole. */
    synchronized byte[] from(int row) {
        return row >= rows ? packed("{\"total\":" + rows + ",\"rows\":[]}") : pages[row / size];
    }

    private byte[] packed(int page) {
        StringBuilder json = new StringBuilder("{\"total\":").append(rows).append(",\"rows\":[");
        for (int row = page * size; row < Math.min(rows, (page + 1) * size); row++) {
            json.append(row % size == 0 ? "" : ",");
            append(json, row);
        }
        return packed(json.append("]}").toString());
    }

    private void append(StringBuilder json, int row) {
        json.append("{\"id\":\"").append(key(row));
        json.append("\",\"day\":\"").append(FIRST.plusDays(row / Math.max(1, perDay())));
        long changed = row >= rows - perDay() ? revision : 0;
        json.append("\",\"amount\":").append(row * 1_000L + changed).append(",\"category\":\"revenue\"");
        for (int field = 0; field < 17; field++) {
            json.append(",\"f").append(field).append("\":\"").append(row + field);
            json.append(FILLER, 0, 16).append('"');
        }
        json.append('}');
    }

    private String key(int row) {
        return hashed
                ? String.format(Locale.ROOT, "%016x", row * 0x9E3779B97F4A7C15L)
                : String.format(Locale.ROOT, "e-%010d", row);
    }

    private static byte[] packed(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
