package vn.nhip.sandbox.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;

/** A marketplace's order export, without the buyer's e-mail or phone. */
final class ShopeeExport {
    private static final List<String> HEADER = List.of(
            "Mã đơn hàng",
            "Ngày đặt hàng",
            "Trạng Thái Đơn Hàng",
            "Người Mua",
            "Tên sản phẩm",
            "Số lượng",
            "Giá ưu đãi",
            "Tổng giá bán (sản phẩm)",
            "Mã giảm giá của Shop",
            "Thuế",
            "Phí vận chuyển mà người mua trả",
            "Thời gian giao hàng",
            "Số tiền hoàn",
            "Hoàn cho đơn");

    private final Truth truth;
    private final Shapes shapes;

    ShopeeExport(Truth truth) {
        this.truth = truth;
        this.shapes = new Shapes(truth.span().zone());
    }

    List<HomeFile> files() {
        List<HomeFile> files = new ArrayList<>();
        new ShopRows(truth, Sale.Channel.SHOPEE)
                .quarterly(this::sale, this::payback)
                .forEach((label, rows) -> files.add(new HomeFile(
                        "inbox/shopee/Order.all." + label + ".xlsx",
                        Xlsx.write(List.of(Table.of("orders", HEADER, rows))))));
        return files;
    }

    private List<List<Object>> sale(Sale sale) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sale.Line line : sale.lines()) {
            rows.add(List.of(
                    sale.number(),
                    shapes.iso(sale.at()),
                    state(sale.course().state()),
                    sale.shopper().map(Shopper::id).orElse("").toLowerCase(Locale.ROOT),
                    line.product(),
                    String.valueOf(line.quantity()),
                    line.price().toPlainString(),
                    line.amount().toPlainString(),
                    sale.bill().discount().toPlainString(),
                    sale.bill().tax().toPlainString(),
                    sale.bill().shipping().toPlainString(),
                    sale.course().deliveredAt().map(shapes::iso).orElse(""),
                    "",
                    ""));
        }
        return rows;
    }

    private static String state(Sale.State state) {
        return switch (state) {
            case PENDING -> "Chờ xác nhận";
            case CONFIRMED, PAID -> "Đang giao";
            case DELIVERED -> "Hoàn thành";
            case CANCELLED -> "Đã hủy";
        };
    }

    private List<Object> payback(Payback back) {
        return List.of(
                back.id(),
                shapes.iso(back.at()),
                "Trả hàng/Hoàn tiền",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                back.amount().toPlainString(),
                back.sale().number());
    }
}
