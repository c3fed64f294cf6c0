package vn.nhip.sandbox.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Partner;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;

/**
 * The CRM's workbook: members and partners, deals, leads.
 *
 * <p>Wholesale deals stand here only. Salespeople also enter some shop and web orders again, under the same order
 * number but with tax and shipping in the value: duplicates for Nhịp to find.
 */
final class CrmExport {
    private static final List<String> CUSTOMERS =
            List.of("Mã KH", "Loại", "Email", "Điện thoại", "Khách từ ngày", "Hợp đồng đến ngày");
    private static final List<String> DEALS =
            List.of("Mã giao dịch", "Số đơn hàng", "Ngày chốt", "Mã KH", "Giá trị", "Giai đoạn");
    private static final List<String> LEADS =
            List.of("Mã yêu cầu", "Ngày tạo", "Email", "Điện thoại", "Nguồn", "Tình trạng");
    private static final int ONE_IN = 16;

    private final Truth truth;
    private final Shapes shapes;

    CrmExport(Truth truth) {
        this.truth = truth;
        this.shapes = new Shapes(truth.span().zone());
    }

    List<HomeFile> files() {
        byte[] workbook = Xlsx.write(List.of(
                Table.of("Khách hàng", CUSTOMERS, customers()),
                Table.of("Giao dịch", DEALS, deals()),
                Table.of("Yêu cầu", LEADS, leads())));
        return List.of(new HomeFile("inbox/crm/crm.xlsx", workbook));
    }

    private List<List<Object>> customers() {
        TreeMap<String, Sale> firstSales = new TreeMap<>();
        truth.trade().sales().stream()
                .filter(sale -> sale.earns() && isMember(sale))
                .forEach(sale ->
                        firstSales.putIfAbsent(sale.shopper().orElseThrow().id(), sale));
        List<List<Object>> rows = new ArrayList<>();
        firstSales.values().forEach(sale -> {
            Shopper shopper = sale.shopper().orElseThrow();
            if (shopper.kind() == Shopper.Kind.RETAIL) {
                rows.add(customer(shopper, shapes.day(sale.at()), Optional.empty()));
            }
        });
        for (Partner partner : truth.trade().partners()) {
            rows.add(customer(partner.shopper(), partner.since(), Optional.of(partner.until())));
        }
        return rows;
    }

    private static List<Object> customer(Shopper shopper, LocalDate since, Optional<LocalDate> until) {
        return List.of(
                shopper.id(),
                until.isPresent() ? "Đối tác sỉ" : "Thành viên",
                shopper.email(),
                Shapes.international(shopper.phone()),
                since,
                until.map(Object.class::cast).orElse(""));
    }

    private static boolean isMember(Sale sale) {
        return sale.shopper().map(Shopper::member).orElse(false);
    }

    private List<List<Object>> deals() {
        List<List<Object>> rows = new ArrayList<>();
        for (Sale sale : truth.trade().sales()) {
            if (sale.channel() == Sale.Channel.WHOLESALE) {
                rows.add(deal(sale, sale.net(), "Thắng"));
            } else if (isMember(sale)
                    && sale.counts()
                    && Math.floorMod(sale.number().hashCode(), ONE_IN) == 0) {
                rows.add(deal(sale, sale.total(), "Thắng"));
            } else if (isMember(sale) && !sale.counts()) {
                rows.add(deal(sale, sale.total(), "Thua"));
            }
        }
        truth.trade().paybacks().stream()
                .filter(back -> back.sale().channel() == Sale.Channel.WHOLESALE)
                .sorted(Comparator.comparing(Payback::at))
                .forEach(back -> rows.add(payback(back)));
        return rows;
    }

    private List<Object> deal(Sale sale, BigDecimal value, String stage) {
        String shopper = sale.shopper().map(Shopper::id).orElse("");
        return List.of("GD-" + sale.number(), sale.number(), shapes.vietnamese(sale.at()), shopper, value, stage);
    }

    private List<Object> payback(Payback back) {
        String shopper = back.sale().shopper().map(Shopper::id).orElse("");
        return List.of(
                back.id(), back.sale().number(), shapes.vietnamese(back.at()), shopper, back.amount(), "Trả hàng");
    }

    private List<List<Object>> leads() {
        return truth.web().inquiries().stream()
                .filter(inquiry -> inquiry.origin() == Inquiry.Origin.CRM)
                .map(this::lead)
                .toList();
    }

    private List<Object> lead(Inquiry inquiry) {
        return List.of(
                inquiry.id(),
                shapes.vietnamese(inquiry.at()),
                inquiry.shopper().map(Shopper::email).orElse(""),
                inquiry.shopper().map(Shopper::phone).map(Shapes::international).orElse(""),
                inquiry.channel(),
                state(inquiry.state()));
    }

    private static String state(Inquiry.State state) {
        return switch (state) {
            case OPEN -> "Mới";
            case QUALIFIED -> "Đủ điều kiện";
            case WON -> "Đã mua";
            case LOST -> "Không mua";
            case SPAM -> "Rác";
        };
    }
}
