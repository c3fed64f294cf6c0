package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Page;

/** Damaged files of each kind, ten thousand before a release: read, refused row by row or refused whole, never lost and never a crash. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class MalformedInputTest {

    private static final int FILES = 1_500;
    private static final int ALL_FILES = 10_000;
    private static final long ONE_SECOND = 1_000_000_000L;
    private static final String MAPPING =
            """
            read: {format: %s%s}
            fields:
              order:  {column: Order}
              at:     {column: Day, day: "yyyy-MM-dd"}
              amount: {column: Amount, number: "1234.56"}
              note:   {column: Note, optional: true}
            facts:
              - fact: order
                id: concat(order, '-', row())
                ordered-at: at
                status: "'paid'"
                gross: sum(amount)
                channel: "'web'"
            """;

    private static final String PLAIN =
            """
            Order,Day,Amount,Note
            A1,2026-01-01,10.50,áo
            B2,2026-01-02,3,
            A1,2026-01-01,7.25,mũ đỏ

            C3,2026-01-03,120,x y z
            D4,2026-01-04,0.01,
            """;

    private static final String QUOTED =
            PLAIN.replace("x y z", "\"x, \"\"y\"\"\nz\"").replace("áo", "\"áo\"");

    @TempDir
    Path folder = Path.of("");

    private final Random random = new Random(20261123);
    private long refusedWhole;

    @Test
    void damagedTextIsAccountedForLineByLine() throws IOException {
        text(FILES);
    }

    private void text(int files) throws IOException {
        Path mapping = mapping("csv", "");
        for (int file = 0; file < files; file++) {
            byte[] damaged = damage(PLAIN.getBytes(StandardCharsets.UTF_8), false);
            List<Page> pages = read("plain.csv", damaged, mapping);
            if (!pages.isEmpty()) {
                assertThat(read(pages))
                        .as(() -> new String(damaged, StandardCharsets.UTF_8))
                        .isEqualTo(records(damaged));
            }
        }
        assertThat(refusedWhole).isLessThan(files / 2);
    }

    @Test
    void damagedQuotesLoseNothingEither() throws IOException {
        quotes(FILES);
    }

    private void quotes(int files) throws IOException {
        Path mapping = mapping("csv", ", group-by: order");
        for (int file = 0; file < files; file++) {
            byte[] damaged = damage(QUOTED.getBytes(StandardCharsets.UTF_8), true);
            List<Page> pages = read("quoted.csv", damaged, mapping);
            if (!pages.isEmpty()) {
                assertThat(raw(pages)).isEqualTo(text(damaged));
            }
        }
        assertThat(refusedWhole).isLessThan(files / 2);
    }

    @Test
    void damagedArchivesAreReadWholeOrRefused() throws IOException {
        archives(FILES);
    }

    private void archives(int files) throws IOException {
        Path mapping = mapping("csv", "");
        byte[] archive = gzip(PLAIN.getBytes(StandardCharsets.UTF_8));
        for (int file = 0; file < files; file++) {
            byte[] damaged = damage(archive, true);
            List<Page> pages = read("archive.csv.gz", damaged, mapping);
            if (!pages.isEmpty() && damaged[0] == archive[0] && damaged[1] == archive[1]) {
                assertThat(read(pages)).isEqualTo(5);
            }
        }
        assertThat(refusedWhole).isPositive();
    }

    @Test
    void damagedWorkbooksAreReadOrRefused() throws IOException {
        workbooks(FILES);
    }

    private void workbooks(int files) throws IOException {
        Path mapping = mapping("xlsx", ", group-by: order");
        byte[] workbook = workbook();
        for (int file = 0; file < files / 2; file++) {
            read("workbook.xlsx", damage(workbook, true), mapping);
            read("workbook.xlsx", damageInside(workbook), mapping);
        }
        assertThat(refusedWhole).isPositive();
    }

    @Test
    @Tag("release")
    void tenThousandDamagedFilesOfEachKind() throws IOException {
        text(ALL_FILES);
        refusedWhole = 0;
        quotes(ALL_FILES);
        archives(ALL_FILES);
        workbooks(ALL_FILES);
    }

    /** The pages, or none when the file was refused whole; anything else than that is a failure of the test. */
    private List<Page> read(String name, byte[] content, Path mapping) throws IOException {
        Path file = Files.write(Files.createDirectories(folder.resolve("in")).resolve(name), content);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            List<Page> pages = new Reader(file, mapping, "UTC", "VND").pages();
            for (Page page : pages) {
                Page.Counts counts = page.counts();
                assertThat(counts.read())
                        .isEqualTo(counts.mapped()
                                + counts.filtered()
                                + page.rejected().size());
            }
            return pages;
        } catch (ConnectorException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            refusedWhole++;
            return List.of();
        } finally {
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            assertThat(spent).as("one file is read in under a second").isLessThan(ONE_SECOND);
            Files.delete(file);
        }
    }

    private byte[] damage(byte[] good, boolean quotes) {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        int from = quotes ? 0 : PLAIN.indexOf('\n');
        int hits = 1 + random.nextInt(4);
        List<Integer> places = new ArrayList<>();
        for (int hit = 0; hit < hits; hit++) {
            places.add(from + random.nextInt(good.length - from));
        }
        for (int at = 0; at < good.length; at++) {
            if (!places.contains(at)) {
                damaged.write(good[at]);
                continue;
            }
            switch (random.nextInt(5)) {
                case 0 -> damaged.write(anyByte(quotes));
                case 1 -> damaged.writeBytes(new byte[] {good[at], good[at]});
                case 2 -> at += random.nextInt(20);
                case 3 -> damaged.writeBytes("\r\n,\0\t".getBytes(StandardCharsets.UTF_8));
                default -> damaged.writeBytes(good);
            }
        }
        int end = random.nextInt(10) == 0 ? random.nextInt(damaged.size() + 1) : damaged.size();
        return java.util.Arrays.copyOf(damaged.toByteArray(), end);
    }

    private int anyByte(boolean quotes) {
        int some = random.nextInt(256);
        return some == '"' && !quotes ? 'q' : some;
    }

    /** Damages the text of one part of the workbook, which stays a sound archive. */
    private byte[] damageInside(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip =
                new ZipFile(Files.write(folder.resolve("sound.zip"), workbook).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        List<String> names = List.copyOf(parts.keySet());
        String hit = names.get(random.nextInt(names.size()));
        parts.computeIfPresent(hit, (name, good) -> damage(good, true));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private byte[] workbook() throws IOException {
        Path file = new Sheets()
                .sheet(
                        "Đơn",
                        List.of("Order", "Day", "Amount", "Note"),
                        List.of("A1", LocalDate.of(2026, 1, 1), 10.5, "áo"),
                        List.of("B2", "2026-01-02", 3, ""),
                        List.of("A1", LocalDate.of(2026, 1, 1), 7, "mũ"))
                .write(folder.resolve("good.xlsx"));
        return Files.readAllBytes(file);
    }

    private Path mapping(String format, String more) throws IOException {
        return Files.writeString(folder.resolve("mapping.yaml"), MAPPING.formatted(format, more));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static long read(List<Page> pages) {
        return pages.stream().mapToLong(page -> page.counts().read()).sum();
    }

    private static String raw(List<Page> pages) {
        StringBuilder all = new StringBuilder();
        pages.forEach(page -> all.append(new String(page.raw().bytes(), StandardCharsets.UTF_8)));
        return all.toString();
    }

    /** The bytes as text, with one mark for every sequence that is none. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace('\uFFFF', '\uFFFD');
    }

    /** Lines after the header in which anything stands. */
    private static long records(byte[] bytes) {
        return text(bytes)
                .lines()
                .skip(1)
                .filter(line -> line.chars().anyMatch(c -> c > ' ' && c != ','))
                .count();
    }
}
