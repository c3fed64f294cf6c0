package vn.nhip.sandbox.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.nhip.sandbox.truth.BookEntry;
import vn.nhip.sandbox.truth.Truth;

/** The general journal as accounting programs export it: debit and credit accounts, positive amounts, a title above. */
final class JournalExport {
    private static final List<String> TITLE = List.of("SỔ NHẬT KÝ CHUNG (dữ liệu mẫu)", "Đơn vị tính: đồng");
    private static final List<String> HEADER =
            List.of("Ngày hạch toán", "Số chứng từ", "Diễn giải", "TK Nợ", "TK Có", "Khoản mục CP", "Số tiền");

    /** How an entry is booked: the accounts of both sides and the cost item. */
    private record Accounts(String debit, String credit, String item) {}

    private JournalExport() {}

    static List<HomeFile> of(Truth truth) {
        List<HomeFile> files = new ArrayList<>();
        Batches.yearly(truth.books().journal(), BookEntry::day).forEach((year, batch) -> {
            List<List<Object>> rows = new ArrayList<>();
            batch.forEach(entry -> rows.addAll(rows(entry)));
            byte[] content = Xlsx.write(List.of(new Table("Nhật ký chung", TITLE, HEADER, rows)));
            files.add(new HomeFile("inbox/accounting/nhat-ky-chung-" + year + ".xlsx", content));
        });
        return files;
    }

    /** Shop revenue is paid at once: its receipt is booked too, a line that is no revenue and no cost. */
    private static List<List<Object>> rows(BookEntry entry) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row(entry, entry.id(), entry.text(), accounts(entry)));
        if (entry.id().endsWith("-SHOP") && entry.side() == BookEntry.Side.REVENUE) {
            rows.add(row(entry, "PT-" + entry.id(), "Thu tiền bán hàng", new Accounts("111", "131", "")));
        }
        return rows;
    }

    private static List<Object> row(BookEntry entry, String id, String text, Accounts accounts) {
        BigDecimal amount = entry.amount().abs();
        return List.of(entry.day(), id, text, accounts.debit(), accounts.credit(), accounts.item(), amount);
    }

    private static Accounts accounts(BookEntry entry) {
        return switch (entry.side()) {
            case REVENUE ->
                entry.amount().signum() < 0 ? new Accounts("5212", "131", "") : new Accounts("131", "5111", "");
            case COST_OF_GOODS -> new Accounts("632", "156", "");
            case MARKETING -> new Accounts("6418", "331", "MKT");
            case SALES -> new Accounts("6411", "334", "BANHANG");
            case RETENTION -> new Accounts("6418", "331", "CSKH");
            case OPERATING -> new Accounts("6428", "331", "QLDN");
            case TAX -> new Accounts("8211", "3334", "");
        };
    }
}
