package vn.nhip.sandbox.files;

import java.math.BigDecimal;
import java.util.List;
import vn.nhip.sandbox.truth.Answer;
import vn.nhip.sandbox.truth.BookEntry;
import vn.nhip.sandbox.truth.HandEntry;
import vn.nhip.sandbox.truth.Truth;

/** The workbook that people fill in: costs of a month, phone surveys, and visitors counted at the door. */
final class HandWorkbook {
    private HandWorkbook() {}

    static List<HomeFile> of(Truth truth) {
        byte[] workbook = Xlsx.write(List.of(costs(truth), phoneSurvey(truth), visitors(truth)));
        return List.of(new HomeFile("inbox/hand/so-lieu-nhap-tay.xlsx", workbook));
    }

    private static Table costs(Truth truth) {
        List<List<Object>> rows =
                truth.books().byHand().stream().map(HandWorkbook::cost).toList();
        return Table.of("Chi phí", List.of("Tháng (ngày đầu)", "Khoản mục", "Số tiền", "Ghi chú"), rows);
    }

    private static List<Object> cost(HandEntry entry) {
        return List.of(entry.month().atDay(1), item(entry.side()), entry.amount(), entry.text());
    }

    private static String item(BookEntry.Side side) {
        return switch (side) {
            case MARKETING -> "Tiếp thị (ngoài quảng cáo)";
            case SALES -> "Bán hàng";
            case RETENTION -> "Giữ chân khách hàng";
            case REVENUE, COST_OF_GOODS, OPERATING, TAX ->
                throw new IllegalArgumentException(side + " is not kept by hand");
        };
    }

    private static Table phoneSurvey(Truth truth) {
        Shapes shapes = new Shapes(truth.span().zone());
        List<List<Object>> rows = truth.web().answers().stream()
                .filter(Answer::byPhone)
                .map(answer -> List.<Object>of(
                        answer.id(), shapes.vietnamese(answer.at()), BigDecimal.valueOf(answer.score())))
                .toList();
        return Table.of("Khảo sát điện thoại", List.of("Mã", "Thời điểm gọi", "Điểm (1–5)"), rows);
    }

    private static Table visitors(Truth truth) {
        List<List<Object>> rows = truth.books().footCounts().stream()
                .map(count -> List.<Object>of(count.day(), BigDecimal.valueOf(count.people())))
                .toList();
        return Table.of("Khách vào cửa hàng", List.of("Ngày", "Số người"), rows);
    }
}
