package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorException;

class SheetRowsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void cellsKeepTheirTypesAndRowsTheirNumbers() throws IOException {
        Path file = new Sheets()
                .sheet("Khác", List.of("không đọc"))
                .sheet(
                        "Đơn",
                        List.of("Mã", "Ngày", "Tiền"),
                        List.of("A", LocalDate.of(2026, 3, 31), 19.99),
                        List.of(),
                        List.of(1001, "31/03/2026", new BigDecimal("1234567")))
                .write(folder.resolve("don.xlsx"));
        assertThat(read(file, Optional.of("Đơn")))
                .containsExactly("2 [A, 2026-03-31T00:00, 19.99]", "4 [1001, 31/03/2026, 1234567]");
    }

    @Test
    void theNoiseOfBinaryFractionsIsNoAmount() throws IOException {
        Path file = new Sheets()
                .sheet("s", List.of("Mã", "Ngày", "Tiền"), List.of("A", "x", 0.1 + 0.2))
                .write(folder.resolve("noise.xlsx"));
        assertThat(read(file, Optional.empty())).containsExactly("2 [A, x, 0.300000000000000]");
    }

    @Test
    void aGzippedWorkbookIsReadToo() throws IOException {
        Path file = new Sheets()
                .sheet("s", List.of("Mã", "Ngày", "Tiền"), List.of("A", "x", 1))
                .write(folder.resolve("a.xlsx"));
        Path zipped = folder.resolve("a.xlsx.gz");
        try (OutputStream target = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(file, target);
        }
        assertThat(read(zipped, Optional.empty())).containsExactly("2 [A, x, 1]");
    }

    @Test
    void aMissingSheetIsRefusedWithThoseThereAre() {
        Path file = new Sheets().sheet("Đơn", List.of("Mã", "Ngày", "Tiền")).write(folder.resolve("don.xlsx"));
        assertThatThrownBy(() -> read(file, Optional.of("Orders")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("don.xlsx: has no sheet 'Orders'; it has [Đơn]");
    }

    @Test
    void aWorkbookThatUnpacksEndlesslyIsRefusedBeforeItIsHeld() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] some = "<si><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></si>"
                    .repeat(1_000)
                    .getBytes(StandardCharsets.UTF_8);
            for (int block = 0; block < 1_000; block++) {
                zip.write(some);
            }
        }
        assertThat(Files.size(file)).isLessThan(1_000_000);
        assertThatThrownBy(() -> read(file, Optional.empty()))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("bomb.xlsx: the workbook unpacks to too many bytes");
    }

    @Test
    void entitiesOfAWorkbookAreNeverExpanded() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "never shown");
        Path sound = new Sheets()
                .sheet("s", List.of("Mã", "Ngày", "Tiền"), List.of("HERE", "x", 1))
                .write(folder.resolve("sound.xlsx"));
        assertThat(read(sound, Optional.empty())).containsExactly("2 [HERE, x, 1]");
        Path file = folder.resolve("entities.xlsx");
        try (ZipFile good = new ZipFile(sound.toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : Collections.list(good.entries())) {
                String text = new String(good.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(text.replace("HERE", "&s;")
                        .replace("<sst", "<!DOCTYPE sst [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]><sst")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            assertThat(read(file, Optional.empty())).noneMatch(row -> row.contains("never shown"));
        } catch (ConnectorException refused) {
            assertThat(refused).hasMessageContaining("entities.xlsx: the workbook is damaged");
        }
    }

    private static List<String> read(Path file, Optional<String> sheet) throws IOException {
        Reading reading = new Reading(
                Reading.Format.XLSX, StandardCharsets.UTF_8, ',', sheet, new Heading(1, List.of()), Optional.empty());
        List<String> found = new ArrayList<>();
        try (Source source = new Source(file);
                Rows rows = source.open(reading)) {
            rows.want(new int[] {0, 1, 2});
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                found.add(row.get().line() + " " + Arrays.toString(row.get().cells()));
            }
        }
        return found;
    }
}
