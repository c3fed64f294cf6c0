package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.Connector;
import vn.nhip.spi.Slice;

class FolderTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theNewestFileComesFirstAndLockFilesAreNone() throws IOException {
        file("old.csv", 1);
        file("new.csv", 3);
        file("middle.csv", 2);
        file("~$new.csv", 4);
        file(".hidden.csv", 5);
        file("notes.txt", 6);
        Files.createDirectory(folder.resolve("archive.csv"));
        assertThat(new Folder(folder, "*.csv").list())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("new.csv", "middle.csv", "old.csv");
    }

    @Test
    void theFingerprintChangesWithTheContentAndWithTheMapping() throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path file = Files.writeString(inbox.resolve("a.csv"), "Order,Day,Amount\nA,2026-01-01,1\n");
        Path mapping = Files.writeString(folder.resolve("m.yaml"), mapping("'paid'"));
        String first = fingerprint(inbox, mapping, "VND");

        assertThat(fingerprint(inbox, mapping, "VND")).isEqualTo(first);
        assertThat(fingerprint(inbox, mapping, "USD")).isNotEqualTo(first);
        Files.writeString(mapping, mapping("'confirmed'"));
        String second = fingerprint(inbox, mapping, "VND");
        assertThat(second).isNotEqualTo(first);
        Files.writeString(file, "Order,Day,Amount\nA,2026-01-01,2\n");
        assertThat(fingerprint(inbox, mapping, "VND")).isNotEqualTo(second);
    }

    private static String mapping(String status) {
        return """
                read: {format: csv}
                fields: {o: {column: Order}, d: {column: Day, day: "yyyy-MM-dd"}, a: {column: Amount, number: "1234.56"}}
                facts:
                  - {fact: order, id: o, ordered-at: d, status: "%s", gross: a, channel: "'web'"}
                """
                .formatted(status);
    }

    private static String fingerprint(Path inbox, Path mapping, String currency) {
        try (Connector connector = new Reader(inbox, mapping, "UTC", currency).connector()) {
            List<Slice> slices = connector.slices("files", Reader.ANY);
            assertThat(slices).hasSize(1).allMatch(Slice::owns);
            return slices.get(0).fingerprint().orElseThrow();
        }
    }

    private void file(String name, int second) throws IOException {
        Path file = Files.writeString(folder.resolve(name), name);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }
}
