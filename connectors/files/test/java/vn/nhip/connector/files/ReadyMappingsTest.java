package vn.nhip.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.nhip.spi.ConnectorContext;
import vn.nhip.spi.LedgerEntry;
import vn.nhip.spi.Order;
import vn.nhip.spi.Refund;
import vn.nhip.spi.Rejected;

class ReadyMappingsTest {

    private static final List<String> SHOPEE = List.of(
            "Mã đơn hàng",
            "Ngày đặt hàng",
            "Trạng Thái Đơn Hàng",
            "Trạng thái Trả hàng/Hoàn tiền",
            "Tên sản phẩm",
            "Giá ưu đãi",
            "Số lượng",
            "Số lượng sản phẩm được hoàn trả",
            "Mã giảm giá của Shop",
            "Giảm giá từ Combo của Shop",
            "Người Mua",
            "Thời gian đơn hàng được thanh toán",
            "Thời gian hoàn thành đơn hàng");

    private static final List<String> LAZADA = List.of(
            "orderItemId",
            "orderNumber",
            "createTime",
            "updateTime",
            "itemName",
            "unitPrice",
            "sellerDiscountTotal",
            "refundAmount",
            "status");

    @TempDir
    Path folder = Path.of("");

    static List<String> names() {
        return ReadyMappings.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyReadyMappingLoads(String name) {
        ConnectorContext context = new ConnectorContext(Clock.systemUTC(), ZoneOffset.UTC, Currency.getInstance("VND"));
        assertThat(Mapping.parse(name, ReadyMappings.find(name).orElseThrow(), context)
                        .parts())
                .isNotEmpty();
    }

    @Test
    void shopeeOrdersHaveTheirVoucherOnceAndReturnsOfTheirOwn() {
        String at = "2026-03-01 09:15";
        String done = "2026-03-05 10:00";
        Path file = new Sheets()
                .sheet(
                        "orders",
                        SHOPEE,
                        List.of("S1", at, "Hoàn thành", "", "Áo", "120,000", "2", "0", "15,000", "0", "lan", at, done),
                        List.of("S1", at, "Hoàn thành", "", "Mũ", "50,000", "1", "0", "15,000", "0", "lan", at, done),
                        List.of("S2", at, "Đã hủy", "", "Áo", "120,000", "1", "0", "0", "0", "minh", "-", "-"),
                        List.of(
                                "S3",
                                at,
                                "Hoàn thành",
                                "Đã Chấp Thuận Yêu Cầu",
                                "Áo",
                                120000,
                                3,
                                1,
                                0,
                                0,
                                "an",
                                at,
                                done),
                        List.of("S4", at, "Một chữ mới", "", "Áo", "1", "1", "0", "0", "0", "an", at, done))
                .write(folder.resolve("Order.all.20260301_20260331.xlsx"));
        Reader.Everything all = read(file, "shopee-orders");

        assertThat(orders(all))
                .containsOnly("S1 delivered 290000 15000 2", "S2 cancelled 120000 0 1", "S3 delivered 360000 0 1");
        assertThat(refunds(all)).containsExactly("S3-return of S3: 120000 on 2026-03-05");
        assertThat(all.rejected).extracting(Rejected::at).containsExactly("sheet orders row 6");
        assertThat(all.rejected.get(0).field()).isEqualTo("Trạng Thái Đơn Hàng");
    }

    @Test
    void lazadaItemsBecomeOneOrderWithoutTheCancelledOnes() {
        Path file = new Sheets()
                .sheet(
                        "sheet1",
                        LAZADA,
                        List.of(
                                "1",
                                "L1",
                                "01 Mar 2026 08:00",
                                "04 Mar 2026 08:00",
                                "Áo",
                                120000,
                                -5000,
                                "",
                                "delivered"),
                        List.of("2", "L1", "01 Mar 2026 08:00", "02 Mar 2026 08:00", "Mũ", 50000, 0, "", "canceled"),
                        List.of(
                                "3",
                                "L2",
                                "01 Mar 2026 08:00",
                                "09 Mar 2026 08:00",
                                "Áo",
                                120000,
                                0,
                                110000,
                                "returned"),
                        List.of("4", "L3", "02 Mar 2026 08:00", "02 Mar 2026 08:00", "Áo", 120000, 0, "", "canceled"))
                .write(folder.resolve("lazada.xlsx"));
        Reader.Everything all = read(file, "lazada-orders");

        assertThat(all.rejected).isEmpty();
        assertThat(orders(all))
                .containsOnly("L1 delivered 120000 5000 2", "L2 delivered 120000 0 1", "L3 cancelled 0 0 1");
        assertThat(refunds(all)).containsExactly("L2-return of L2: 110000 on 2026-03-09");
    }

    @Test
    void tiktokShopLeavesOutTheRowThatExplainsTheColumns() throws IOException {
        Path file = folder.resolve("All order.csv");
        Files.writeString(
                file,
                """
                \uFEFFOrder ID,Order Status,Product Name,Quantity,SKU Subtotal Before Discount,SKU Seller Discount,Order Refund Amount,Created Time,Paid Time,Delivered Time,Cancelled Time,Buyer Username
                Platform unique order ID.,Current order status.,Platform product name.,SKU sold quantity,Subtotal,Discount,Refund,Order created time.,Paid,Delivered,Cancelled,Buyer
                577001,Đã hoàn tất,Áo,2,240000,20000,0,01/03/2026 21:30:05\t,01/03/2026 21:31:00,04/03/2026 10:00:00,,lan
                577001,Đã hoàn tất,Mũ,1,50000,0,0,01/03/2026 21:30:05\t,01/03/2026 21:31:00,04/03/2026 10:00:00,,lan
                577002,Completed,Áo,1,120000,0,120000,02/03/2026 08:00:00,02/03/2026 08:00:00,03/03/2026 09:00:00,,an
                577003,Canceled,Áo,1,120000,0,120000,02/03/2026 08:00:00,,,02/03/2026 09:00:00,minh
                """);
        Reader.Everything all = read(file, "tiktok-shop-orders");

        assertThat(all.rejected).isEmpty();
        assertThat(all.filtered).isEqualTo(1);
        assertThat(orders(all))
                .containsOnly(
                        "577001 delivered 290000 20000 2",
                        "577002 delivered 120000 0 1",
                        "577003 cancelled 120000 0 1");
        assertThat(refunds(all)).containsExactly("577002-return of 577002: 120000 on 2026-03-03");
    }

    @Test
    void theJournalCountsBothSidesAndLeavesOutClosingEntries() {
        LocalDate day = LocalDate.of(2026, 3, 31);
        Path file = new Sheets()
                .sheet(
                        "Sổ nhật ký chung",
                        List.of("Ngày chứng từ", "Số chứng từ", "Diễn giải", "Tài khoản Nợ", "Tài khoản Có", "Số tiền"),
                        List.of(day, "BH1", "Bán hàng", "131", "5111", 1000),
                        List.of("31/03/2026", "BH2", "Chiết khấu", "5211", "131", "50"),
                        List.of(day, "BH2", "Trả hàng", "5212", "131", 30),
                        List.of(day, "KC1", "Kết chuyển giảm trừ", "511", "5211", 80),
                        List.of(day, "XK1", "Giá vốn", "632", "1561", 400),
                        List.of(day, "XK2", "Hàng trả lại", "1561", "632", 10),
                        List.of(day, "PC1", "Quảng cáo", "6417", "112", 90),
                        List.of(day, "PC2", "Lương bán hàng", "6411", "334", 70),
                        List.of(day, "PC3", "Thuê nhà", "6427", "111", 60),
                        List.of(day, "PC4", "Lãi vay", "635", "112", 5),
                        List.of(day, "PC5", "Thuế", "8211", "3334", 20),
                        List.of(day, "PC6", "Rút tiền", "111", "112", 999),
                        List.of(day, "KC2", "Kết chuyển doanh thu", "511", "911", 920),
                        List.of(day, "KC3", "Kết chuyển giá vốn", "911", "632", 390))
                .write(folder.resolve("nhat-ky-chung.xlsx"));
        Reader.Everything all = read(file, "misa-journal");

        assertThat(all.rejected).isEmpty();
        assertThat(all.filtered).isEqualTo(3);
        assertThat(byCategory(all))
                .isEqualTo(Map.of(
                        "revenue", "920",
                        "cost-of-goods", "390",
                        "marketing", "90",
                        "sales", "70",
                        "operating", "60",
                        "other", "5",
                        "tax", "20"));
    }

    private Reader.Everything read(Path file, String mapping) {
        return new Reader(file, mapping, "Asia/Ho_Chi_Minh", "VND").read();
    }

    private static List<String> orders(Reader.Everything all) {
        return all.facts(Order.class).stream()
                .map(order -> order.id() + " " + order.status().id() + " "
                        + plain(order.amounts().gross().amount()) + " "
                        + plain(order.amounts().discounts().amount()) + " "
                        + order.lines().size())
                .toList();
    }

    private static List<String> refunds(Reader.Everything all) {
        return all.facts(Refund.class).stream()
                .map(refund -> refund.id() + " of " + refund.orderId().orElse("?") + ": "
                        + plain(refund.amount().amount()) + " on "
                        + refund.refundedAt().atOffset(ZoneOffset.ofHours(7)).toLocalDate())
                .toList();
    }

    private static Map<String, String> byCategory(Reader.Everything all) {
        return new TreeMap<>(all.facts(LedgerEntry.class).stream()
                        .collect(Collectors.toMap(
                                entry -> entry.category().id(),
                                entry -> entry.amount().amount(),
                                BigDecimal::add)))
                .entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> plain(each.getValue())));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
