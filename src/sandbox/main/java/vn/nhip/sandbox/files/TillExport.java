package vn.nhip.sandbox.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;

/** The shop's till: one row per line of an invoice, and one per return, written as Vietnamese programs do. */
final class TillExport {
    private static final List<String> HEADER = List.of(
            "Mã chứng từ",
            "Loại",
            "Thời gian",
            "Mã khách hàng",
            "Điện thoại",
            "Mặt hàng",
            "Số lượng",
            "Đơn giá",
            "Thành tiền",
            "Giảm giá hóa đơn",
            "Thuế GTGT",
            "Trạng thái",
            "Hóa đơn gốc");

    private final Truth truth;
    private final Shapes shapes;

    TillExport(Truth truth) {
        this.truth = truth;
        this.shapes = new Shapes(truth.span().zone());
    }

    List<HomeFile> files() {
        List<HomeFile> files = new ArrayList<>();
        new ShopRows(truth, Sale.Channel.SHOP)
                .with(typo())
                .quarterly(this::sale, this::payback)
                .forEach((label, rows) -> files.add(new HomeFile(
                        "inbox/pos/hoa-don-" + label + ".xlsx",
                        Xlsx.write(List.of(Table.of("Hóa đơn", HEADER, rows))))));
        return files;
    }

    private List<List<Object>> sale(Sale sale) {
        String state = sale.counts() ? "Hoàn thành" : "Đã hủy";
        List<List<Object>> rows = new ArrayList<>();
        for (Sale.Line line : sale.lines()) {
            rows.add(List.of(
                    sale.number(),
                    "Bán hàng",
                    shapes.vietnamese(sale.at()),
                    sale.shopper().map(Shopper::id).orElse(""),
                    sale.shopper().map(Shopper::phone).map(Shapes::spaced).orElse(""),
                    line.product(),
                    String.valueOf(line.quantity()),
                    Shapes.dotted(line.price()),
                    Shapes.dotted(line.amount()),
                    Shapes.dotted(sale.bill().discount()),
                    Shapes.dotted(sale.bill().tax()),
                    state,
                    ""));
        }
        return rows;
    }

    private List<Object> payback(Payback back) {
        return List.of(
                back.id(),
                "Trả hàng",
                shapes.vietnamese(back.at()),
                "",
                "",
                "",
                "",
                "",
                Shapes.dotted(back.amount()),
                "",
                "",
                "Hoàn thành",
                back.sale().number());
    }

    /** Somebody typed a word where a number belongs; no sale of the truth. */
    private List<Object> typo() {
        BigDecimal price = BigDecimal.valueOf(95_000);
        return List.of(
                "HD-NHAP-TAY",
                "Bán hàng",
                Shapes.vietnamese(truth.span().lastDay()) + " 18:20",
                "",
                "",
                "Trà ô long Mây 100 g",
                "hai",
                Shapes.dotted(price),
                Shapes.dotted(price),
                "0",
                "0",
                "Hoàn thành",
                "");
    }
}
