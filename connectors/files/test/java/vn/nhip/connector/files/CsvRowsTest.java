package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nhip.spi.ConnectorException;

class CsvRowsTest {

    private static final Heading FIRST_ROW = new Heading(1, List.of());

    @Test
    void quotedLineBreaksKeepPhysicalLineNumbersRight() throws IOException {
        assertThat(read("id,note\n1,\"a\nb\"\n\n2,\"c\r\nd\"\r\n3,x\n"))
                .containsExactly("2-3 [1, a\nb]", "5-6 [2, c\r\nd]", "7-7 [3, x]");
    }

    @Test
    void aRowWithAnotherNumberOfColumnsIsRefusedAlone() throws IOException {
        assertThat(read("id,note\n1,a\n2,b,c\n3\n4,d\n"))
                .containsExactly(
                        "2-2 [1, a]",
                        "3-3 has 3 columns where the header has 2: 2,b,c",
                        "4-4 has 1 columns where the header has 2: 3",
                        "5-5 [4, d]");
    }

    @Test
    void aStrayQuoteLosesItsOwnLineOnly() throws IOException {
        assertThat(read("id,note\n1,\"a\"b\n2,c\n3,\"never closed\n4,d\n5,e\n"))
                .containsExactly(
                        "2-2 breaks the quoting rules: 1,\"a\"b",
                        "3-3 [2, c]",
                        "4-4 breaks the quoting rules: 3,\"never closed",
                        "5-5 [4, d]",
                        "6-6 [5, e]");
    }

    @Test
    void aCellOfEndlessTextIsRefusedAsOneLine() throws IOException {
        String huge = "x".repeat(300_000);
        assertThat(read("id,note\n1," + huge + "\n2,c\n"))
                .containsExactly("2-2 breaks the quoting rules: 1," + huge, "3-3 [2, c]");
    }

    @Test
    void unreadableBytesAreRefusedWithTheirLine() throws IOException {
        byte[] bytes = "id,note\n1,a\n2,?\n3,c\n".getBytes(StandardCharsets.UTF_8);
        bytes[14] = (byte) 0xE1;
        assertThat(read(bytes, FIRST_ROW))
                .containsExactly(
                        "2-2 [1, a]",
                        "3-3 holds bytes that are not text in the declared encoding: 2,\uFFFD",
                        "4-4 [3, c]");
    }

    @Test
    void linesWithoutAnyContentAreNoRecords() throws IOException {
        assertThat(read("id,note\n\n,\n  ,\t\n1,a\n,,,,\n")).containsExactly("5-5 [1, a]");
    }

    @Test
    void theHeaderMayStandFurtherDown() throws IOException {
        byte[] bytes = "Báo cáo \"tháng\n\nid,note\n1,a\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes, new Heading(3, List.of()))).containsExactly("4-4 [1, a]");
    }

    @Test
    void aLineLongerThanMemoryIsRefused() {
        byte[] bytes = ("id,note\n" + ",".repeat(9_000_000) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(bytes, FIRST_ROW))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("longer than");
    }

    private static List<String> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), FIRST_ROW);
    }

    private static List<String> read(byte[] bytes, Heading heading) throws IOException {
        List<String> found = new ArrayList<>();
        Transcript transcript = new Transcript(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        try (Rows rows = new CsvRows(transcript, ',', heading)) {
            rows.want(new int[] {0, 1});
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                String place = row.get().line() + "-" + row.get().lastLine() + " ";
                String text = rows.text(row.get());
                found.add(place
                        + row.get()
                                .problem()
                                .map(problem -> problem.reason() + ": " + text)
                                .orElse(java.util.Arrays.toString(row.get().cells())));
            }
        }
        return found;
    }
}
