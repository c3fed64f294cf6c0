package vn.nhip.sandbox.files;

import java.util.ArrayList;
import java.util.List;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;

/** The web shop's order export: financial and fulfilment states, cash on delivery, refunds as rows of their own. */
final class WebShopExport {
    private static final List<String> HEADER = List.of(
            "Name",
            "Kind",
            "Created at",
            "Financial Status",
            "Fulfillment Status",
            "Payment Method",
            "Email",
            "Delivered at",
            "Lineitem name",
            "Lineitem quantity",
            "Lineitem price",
            "Discount Amount",
            "Taxes",
            "Shipping",
            "Refunded Amount",
            "Refund of");

    private final Truth truth;
    private final Shapes shapes;

    WebShopExport(Truth truth) {
        this.truth = truth;
        this.shapes = new Shapes(truth.span().zone());
    }

    List<HomeFile> files() {
        List<HomeFile> files = new ArrayList<>();
        new ShopRows(truth, Sale.Channel.WEB)
                .with(impossibleDay())
                .quarterly(this::sale, this::payback)
                .forEach((label, rows) -> files.add(new HomeFile(
                        "inbox/web/orders-" + label + ".csv", CsvText.MARKED.write(Table.of("orders", HEADER, rows)))));
        return files;
    }

    private List<List<Object>> sale(Sale sale) {
        List<List<Object>> rows = new ArrayList<>();
        for (Sale.Line line : sale.lines()) {
            rows.add(List.of(
                    sale.number(),
                    "order",
                    shapes.iso(sale.at()),
                    financial(sale.course()),
                    fulfilment(sale.course().state()),
                    sale.course().cashOnDelivery() ? "Cash on Delivery (COD)" : "Bank transfer",
                    sale.shopper().map(Shopper::email).orElse(""),
                    sale.course().deliveredAt().map(shapes::iso).orElse(""),
                    line.product(),
                    line.quantity(),
                    line.price(),
                    sale.bill().discount(),
                    sale.bill().tax(),
                    sale.bill().shipping(),
                    "",
                    ""));
        }
        return rows;
    }

    private static String financial(Sale.Course course) {
        return switch (course.state()) {
            case CANCELLED -> "voided";
            case PENDING, CONFIRMED -> "pending";
            case PAID, DELIVERED -> "paid";
        };
    }

    private static String fulfilment(Sale.State state) {
        return switch (state) {
            case CANCELLED, PENDING -> "unfulfilled";
            case CONFIRMED, PAID -> "shipped";
            case DELIVERED -> "delivered";
        };
    }

    private List<Object> payback(Payback back) {
        return List.of(
                back.id(),
                "refund",
                shapes.iso(back.at()),
                "refunded",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                back.amount(),
                back.sale().number());
    }

    /** A day that no calendar has; no order of the truth. */
    private static List<Object> impossibleDay() {
        return List.of(
                "WEB-THU-NGHIEM",
                "order",
                "2026-02-31 09:15",
                "paid",
                "shipped",
                "Bank transfer",
                "thu@khach-hang.example",
                "",
                "Khay tre ép",
                1,
                150_000,
                0,
                12_000,
                25_000,
                "",
                "");
    }
}
