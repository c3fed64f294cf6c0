package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.Inspector;
import vn.nhip.spi.Order;

class InspectTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aPlainOrderListIsProposedAndShownAsFacts() throws IOException {
        Inspector.Proposal proposal = inspect(
                "orders.csv",
                """
                Báo cáo bán hàng tháng 3

                Mã đơn hàng;Ngày đặt hàng;Tên sản phẩm;Số lượng;Đơn giá;Số điện thoại
                D1;31/03/2026 08:15;Áo;2;120.000;0912345678
                D1;31/03/2026 08:15;Mũ;1;50.000,5;0912345678
                D2;30/03/2026 19:00;Áo;1;120.000;
                """);
        assertThat(proposal.mapping())
                .contains("encoding: utf-8", "delimiter: \";\"", "header-row: 3", "group-by: order")
                .contains("at: {column: \"Ngày đặt hàng\", instant: \"dd/MM/yyyy HH:mm\"}")
                .contains("price: {column: \"Đơn giá\", number: \"1.234,56\"}")
                .contains("phone: VN, if-bad: absent, optional: true");
        assertThat(proposal.facts().stream()
                        .map(each -> ((Order) each.fact()).amounts().gross().amount()))
                .usingElementComparator(java.util.Comparator.comparing(java.math.BigDecimal::stripTrailingZeros))
                .containsExactly(new java.math.BigDecimal("290000.5"), new java.math.BigDecimal("120000"));
        assertThat(proposal.questions()).anyMatch(question -> question.contains("which channel"));
    }

    @Test
    void whatTheSampleDoesNotProveIsAsked() throws IOException {
        Inspector.Proposal proposal = inspect(
                "orders.csv",
                """
                order id,date,total,status
                A,01/02/2026,1.234,done
                B,03/04/2026,5.678,sent
                """);
        assertThat(proposal.facts()).isEmpty();
        assertThat(proposal.questions())
                .anyMatch(question -> question.contains("\"date\" can be read in several ways"))
                .anyMatch(question -> question.contains("\"total\" can be read in several ways"))
                .anyMatch(question -> question.contains("\"done\": ?, \"sent\": ?"));
        assertThat(proposal.mapping())
                .contains("# at: {column: \"date\", instant: \"dd/MM/yyyy\"}")
                .contains("# at: {column: \"date\", instant: \"MM/dd/yyyy\"}")
                .contains("# amount: {column: \"total\", number: \"1234.56\"}")
                .contains("# amount: {column: \"total\", number: \"1.234,56\"}");
    }

    @Test
    void anotherEncodingIsAskedNotAssumed() throws IOException {
        Path file = folder.resolve("cu.csv");
        Files.write(
                file,
                "order;date;total\nA;2026-01-31;1000\nĐ;2026-01-31;2000\n".getBytes(Charset.forName("windows-1258")));
        Inspector.Proposal proposal = inspect(file);
        assertThat(proposal.mapping()).contains("encoding: windows-1258");
        assertThat(proposal.questions()).anyMatch(question -> question.contains("no UTF-8 text"));
    }

    @Test
    void workbooksAreInspectedByTheirCellTypes() {
        Path file = new Sheets()
                .sheet(
                        "Đơn",
                        List.of("Mã đơn", "Ngày", "Thành tiền"),
                        List.of("A", LocalDateTime.of(2026, 1, 31, 8, 0), 1000),
                        List.of("B", LocalDateTime.of(2026, 1, 31, 9, 0), 2000))
                .write(folder.resolve("don.xlsx"));
        Inspector.Proposal proposal = inspect(file);
        assertThat(proposal.mapping()).contains("format: xlsx");
        assertThat(proposal.facts()).hasSize(2);
        assertThat(proposal.rejected()).isEmpty();
    }

    @Test
    void aFileWithoutHeaderIsRefusedWithAdvice() throws IOException {
        Path file = Files.writeString(folder.resolve("none.csv"), "1,2\n3,4\n");
        assertThatThrownBy(() -> inspect(file))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("header-row: 0");
    }

    private Inspector.Proposal inspect(String name, String text) throws IOException {
        return inspect(Files.writeString(folder.resolve(name), text));
    }

    private static Inspector.Proposal inspect(Path file) {
        return new FilesConnectorFactory()
                .inspect(
                        file,
                        new ConnectorContext(
                                Clock.systemUTC(), ZoneId.of("Asia/Ho_Chi_Minh"), Currency.getInstance("VND")));
    }
}
