package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.MetricDay;
import vn.nhip.spi.SurveyAnswer;

class NumbersWorkbookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    private static final List<String> COSTS = List.of("Ngày", "Số tiền", "Ghi chú");

    @TempDir
    Path folder = Path.of("");

    @Test
    void theEmptyWorkbookIsReadAsNothingAtAll() throws IOException {
        Path file = folder.resolve("so-lieu-nhap-tay.xlsx");
        try (OutputStream target = Files.newOutputStream(file)) {
            NumbersWorkbook.write(target);
        }
        Reader.Everything all = read(file);
        assertThat(all.read).isZero();
        assertThat(all.envelopes).isEmpty();
    }

    @Test
    void everySheetGivesItsOwnKindOfCost() {
        Path file = new Sheets()
                .sheet("Hướng dẫn", List.of("Số liệu nhập tay"))
                .sheet(
                        "Lương và marketing",
                        List.of("Ngày", "Loại", "Số tiền", "Ghi chú"),
                        List.of(DAY, "Marketing", 12_000_000, "agency"),
                        List.of(DAY, "Bán hàng", 30_000_000, "lương"),
                        List.of(DAY, "Khác", 1, "loại không có"))
                .sheet("Giá vốn", COSTS, List.of(DAY, 250_000_000, ""))
                .sheet("Giữ chân khách hàng", COSTS, List.of("31/10/2026", "5.500.000", ""))
                .sheet("Vận hành", COSTS, List.of(DAY, 40_000_000, ""))
                .sheet("Thuế", COSTS, List.of(DAY, 8_000_000, ""))
                .sheet(
                        "CSAT điện thoại",
                        List.of("Ngày", "Điểm", "Ghi chú"),
                        List.of(DAY, 5, ""),
                        List.of(DAY, 4, ""),
                        List.of(DAY, 9, "ngoài thang điểm"))
                .write(folder.resolve("so-lieu.xlsx"));
        Reader.Everything all = read(file);

        assertThat(all.facts(MetricDay.class).stream()
                        .map(entry -> entry.metric() + " " + entry.day() + " "
                                + entry.value().toPlainString()))
                .containsExactly(
                        "marketing-cost 2026-10-31 12000000",
                        "sales-cost 2026-10-31 30000000",
                        "cost-of-goods 2026-10-31 250000000",
                        "retention-cost 2026-10-31 5500000",
                        "operating-cost 2026-10-31 40000000",
                        "tax 2026-10-31 8000000");
        assertThat(all.facts(SurveyAnswer.class))
                .extracting(SurveyAnswer::score)
                .containsExactly(5, 4);
        assertThat(all.rejected.stream().map(rejected -> rejected.at() + " " + rejected.field()))
                .hasSize(2)
                .anyMatch(each -> each.equals("sheet Lương và marketing row 4 Loại"))
                .anyMatch(each -> each.startsWith("sheet CSAT điện thoại row 4"));
        assertThat(all.read).isEqualTo(10);
    }

    private static Reader.Everything read(Path file) {
        return new Reader(file, "manual-numbers", "Asia/Ho_Chi_Minh", "VND").read();
    }
}
