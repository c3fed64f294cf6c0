package vn.nhip.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void aNameLeadsIntoNoOtherFolderAndHidesNothing() {
        for (String sent : List.of(
                "../../etc/passwd.csv",
                "..\\..\\passwd.csv",
                "/etc/passwd.csv",
                "C:\\Users\\passwd.csv",
                "...passwd.csv",
                "~$passwd.csv")) {
            assertThat(FileName.of(sent)).as(sent).contains("passwd.csv");
        }
        assertThat(FileName.of("a\u202Evsc.\u0000xlsx.csv")).contains("a_vsc._xlsx.csv");
        assertThat(FileName.of("Bán hàng 10:2026?.XLSX")).contains("Bán hàng 10_2026_.XLSX");
        assertThat(FileName.of("x".repeat(300) + ".csv").orElseThrow()).hasSize(124);
    }

    @Test
    void onlyKindsThatAreReadHaveAName() {
        for (String sent : List.of("", ".csv", "..", "a.exe", "a.csv.gz", "csv", "a.xls", "a.csv/")) {
            assertThat(FileName.of(sent)).as(sent).isEmpty();
        }
    }
}
