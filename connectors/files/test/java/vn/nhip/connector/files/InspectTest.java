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
import vn.nhip.spi.AdDay;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.ConnectorException;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.Inspector;
import vn.nhip.spi.Lead;
import vn.nhip.spi.Order;
import vn.nhip.spi.SurveyAnswer;
import vn.nhip.spi.TrafficDay;

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
    void campaignsOfADayBecomeTheAccountsTotal() throws IOException {
        Inspector.Proposal proposal = inspect(
                "ads.csv",
                """
                Day,Campaign name,Impressions,Link clicks,Amount spent (USD),Purchases
                2026-03-30,Tết,1000,20,12.50,1
                2026-03-30,Quà,500,10,7.25,0
                2026-03-31,Tết,900,18,11.00,2
                """);
        assertThat(proposal.facts()).extracting(each -> each.fact().key()).hasSize(2);
        AdDay first = (AdDay) proposal.facts().get(0).fact();
        assertThat(first.cost().amount()).isEqualByComparingTo("19.75");
        assertThat(first.clicks()).isEqualTo(30);
        assertThat(proposal.questions()).anyMatch(question -> question.contains("every campaign of the account"));
    }

    @Test
    void trafficWithoutPartsIsTheTotalAndWithPartsIsAsked() throws IOException {
        Inspector.Proposal total = inspect("web.csv", "Ngày;Phiên;Người dùng\n31/03/2026;120;100\n30/03/2026;90;80\n");
        assertThat(total.facts()).hasSize(2);
        assertThat(((TrafficDay) total.facts().get(0).fact()).counts().users()).isEqualTo(100);
        Inspector.Proposal parts =
                inspect("parts.csv", "Date,Default channel group,Users\n2026-03-31,Direct,70\n2026-03-31,Email,40\n");
        assertThat(parts.facts()).isEmpty();
        assertThat(parts.questions()).anyMatch(question -> question.contains("cannot be added up"));
    }

    @Test
    void mailingsSurveysAndLeadsAreRecognised() throws IOException {
        assertThat(inspect(
                                "mail.csv",
                                """
                                Title,Unique Id,Send Date,Total Recipients,Total Bounces,Unique Opens,Unique Clicks
                                Tin,c1,2026-03-31 08:00,100,4,40,9
                                """)
                        .facts())
                .singleElement()
                .satisfies(each -> assertThat(
                                ((EmailCampaign) each.fact()).delivery().delivered())
                        .isEqualTo(96));
        assertThat(inspect("csat.csv", "Id,Submitted at,Score\n1,2026-03-31 08:00,5\n2,2026-03-31 09:00,3\n")
                        .facts())
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(((SurveyAnswer) each.fact()).scaleMax()).isEqualTo(5));
        assertThat(inspect("form.csv", "Mã;Thời gian;Email;Nguồn\nL1;31/03/2026 08:00;a@example.com;Google\n")
                        .facts())
                .singleElement()
                .satisfies(each -> assertThat(((Lead) each.fact()).channel()).isEqualTo("Google"));
    }

    @Test
    void categoriesOfBooksAreAsked() throws IOException {
        Inspector.Proposal proposal =
                inspect("so.csv", "Số chứng từ;Ngày chứng từ;Khoản mục;Số tiền\nPC1;31/03/2026;Quảng cáo;1.200.000\n");
        assertThat(proposal.facts()).isEmpty();
        assertThat(proposal.mapping()).contains("fact: ledger-entry", "amount: {column: \"Số tiền\"");
        assertThat(proposal.questions()).anyMatch(question -> question.contains("\"Quảng cáo\": ?"));
    }

    @Test
    void unknownColumnsAreAskedNotGuessed() throws IOException {
        Inspector.Proposal proposal = inspect("x.csv", "alpha,beta\n1,2\n");
        assertThat(proposal.facts()).isEmpty();
        assertThat(proposal.questions()).anyMatch(question -> question.contains("not recognised"));
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
