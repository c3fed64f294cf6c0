package vn.nhip.connector.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The empty workbook "Số liệu nhập tay", to be filled in by hand; the ready mapping {@code manual-numbers} reads it. */
final class NumbersWorkbook {

    private static final int ROWS_WITH_FORMAT = 2_000;
    private static final String AMOUNT = "Số tiền";

    private static final List<Page> PAGES = List.of(
            new Page("Lương và marketing", "Lương, hoa hồng, quảng cáo ngoài hệ thống, công ty dịch vụ", true, AMOUNT),
            new Page("Giá vốn", "Giá vốn hàng đã bán", false, AMOUNT),
            new Page("Giữ chân khách hàng", "Quà tặng, thẻ thành viên, chăm sóc khách hàng cũ", false, AMOUNT),
            new Page("Vận hành", "Thuê mặt bằng, điện nước, phần mềm, nhân sự văn phòng", false, AMOUNT),
            new Page("Thuế", "Thuế thu nhập doanh nghiệp và các loại thuế trong kỳ", false, AMOUNT),
            new Page("CSAT điện thoại", "Mỗi câu trả lời một dòng, điểm từ 1 đến 5", false, "Điểm"));

    /** One sheet: what it is for, whether a row names its kind, and what its number is called. */
    private record Page(String name, String purpose, boolean withKind, String number) {}

    private NumbersWorkbook() {}

    /** Writes the empty workbook. */
    static void write(OutputStream target) throws IOException {
        try (Workbook workbook = new Workbook(target, "Nhip", "1.0")) {
            guide(workbook.newWorksheet("Hướng dẫn"));
            PAGES.forEach(page -> sheet(workbook.newWorksheet(page.name()), page));
        }
    }

    private static void guide(Worksheet sheet) {
        sheet.width(0, 28);
        sheet.width(1, 80);
        sheet.value(0, 0, "Số liệu nhập tay");
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, "Mỗi dòng một khoản. Ngày quyết định khoản đó thuộc tháng nào. Số tiền bằng đồng.");
        sheet.value(2, 0, "Giữ một tệp và ghi tiếp vào đó: khi nhập lại, tệp thay thế toàn bộ lần nhập trước.");
        sheet.value(3, 0, "Không đổi tên trang tính và tên cột. Trang không dùng thì để trống.");
        for (int row = 0; row < PAGES.size(); row++) {
            sheet.value(row + 5, 0, PAGES.get(row).name());
            sheet.value(row + 5, 1, PAGES.get(row).purpose());
            sheet.style(row + 5, 0).bold().set();
        }
    }

    private static void sheet(Worksheet sheet, Page page) {
        int column = 0;
        column = column(sheet, column, "Ngày", "dd/mm/yyyy", 14);
        if (page.withKind()) {
            sheet.range(1, column, ROWS_WITH_FORMAT, column).validateWithListByFormula("\"Marketing,Bán hàng\"");
            column = column(sheet, column, "Loại", "@", 14);
        }
        column = column(sheet, column, page.number(), page.number().equals(AMOUNT) ? "#,##0" : "0", 18);
        column(sheet, column, "Ghi chú", "@", 50);
        sheet.freezePane(0, 1);
    }

    private static int column(Worksheet sheet, int column, String name, String format, int width) {
        sheet.value(0, column, name);
        sheet.style(0, column).bold().fillColor("DDEBF7").set();
        sheet.width(column, width);
        sheet.range(1, column, ROWS_WITH_FORMAT, column).style().format(format).set();
        return column + 1;
    }
}
