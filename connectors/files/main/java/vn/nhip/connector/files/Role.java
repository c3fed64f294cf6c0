package vn.nhip.connector.files;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column may be for, by the names that Vietnamese and English exports give it. */
enum Role {
    ORDER(
            "order",
            "ma don hang",
            "ma don",
            "so don hang",
            "ma hoa don",
            "so hoa don",
            "order id",
            "order number",
            "order no",
            "orderid",
            "ordernumber",
            "invoice",
            "invoice no",
            "invoiceno",
            "ma chung tu",
            "so chung tu"),
    AT(
            "at",
            "ngay dat hang",
            "ngay tao",
            "thoi gian tao",
            "ngay ban",
            "ngay hoa don",
            "ngay chung tu",
            "ngay",
            "thoi gian",
            "order date",
            "created at",
            "created time",
            "createtime",
            "invoicedate",
            "invoice date",
            "date"),
    AMOUNT(
            "amount",
            "thanh tien",
            "tong tien",
            "tong tien hang",
            "doanh thu",
            "so tien",
            "tong cong",
            "amount",
            "total",
            "total price",
            "subtotal",
            "revenue",
            "line total"),
    QUANTITY("quantity", "so luong", "sl", "quantity", "qty"),
    PRICE("price", "don gia", "gia ban", "gia uu dai", "unit price", "unitprice", "price"),
    PRODUCT(
            "product",
            "ten san pham",
            "san pham",
            "ten hang",
            "ma hang",
            "sku",
            "product",
            "product name",
            "stockcode",
            "item name",
            "itemname"),
    STATUS("status", "trang thai", "trang thai don hang", "tinh trang", "status", "order status"),
    DISCOUNT("discount", "giam gia", "chiet khau", "discount", "discounts"),
    CUSTOMER(
            "customer",
            "ma khach hang",
            "khach hang",
            "nguoi mua",
            "customer id",
            "customerid",
            "customer",
            "buyer",
            "buyer username"),
    PHONE("phone", "so dien thoai", "dien thoai", "sdt", "phone", "phone number"),
    EMAIL("email", "email", "e-mail", "thu dien tu");

    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> names;

    Role(String field, String... names) {
        this.field = field;
        this.names = List.of(names);
    }

    String field() {
        return field;
    }

    /** The role of a column of this name, when exactly its name is known. */
    static Optional<Role> of(String column) {
        String plain = plain(column);
        for (Role role : values()) {
            if (role.names.contains(plain)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Lower case, without accents, with single blanks. */
    private static String plain(String name) {
        return Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s_]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
