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
            "ngay gui",
            "thoi gian gui",
            "send date",
            "sent at",
            "submitted at",
            "timestamp",
            "day",
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
    EMAIL("email", "email", "e-mail", "thu dien tu", "email address"),
    ID("id", "id", "unique id", "ma", "response id", "lead id", "ma phan hoi", "ma lead"),
    CHANNEL("channel", "kenh", "nguon", "channel", "default channel group", "source", "session source"),
    CAMPAIGN("campaign", "chien dich", "ten chien dich", "campaign", "campaign name", "title", "tieu de"),
    CAMPAIGN_ID("campaign_id", "ma chien dich", "campaign id"),
    CURRENCY("currency", "don vi tien te", "ma don vi tien te", "tien te", "currency", "currency code"),
    IMPRESSIONS("impressions", "luot hien thi", "so lan hien thi", "impressions", "impr."),
    CLICKS("clicks", "luot nhap", "so luot nhap", "clicks", "link clicks"),
    COST("cost", "chi phi", "so tien da chi tieu", "cost", "spend", "amount spent"),
    CONVERSIONS("conversions", "luot chuyen doi", "so luot chuyen doi", "conversions", "purchases"),
    CONVERSION_VALUE("value", "gia tri chuyen doi", "conversion value", "conv. value", "purchases conversion value"),
    SESSIONS("sessions", "phien", "so phien", "sessions"),
    ENGAGED("engaged", "phien tuong tac", "engaged sessions"),
    USERS("users", "nguoi dung", "tong so nguoi dung", "users", "total users"),
    NEW_USERS("new_users", "nguoi dung moi", "new users"),
    KEY_EVENTS("key_events", "su kien chinh", "key events"),
    SENT("sent", "da gui", "so luong gui", "total recipients", "emails sent", "sent", "recipients"),
    DELIVERED("delivered", "da nhan", "gui thanh cong", "successful deliveries", "delivered", "deliveries"),
    BOUNCES("bounces", "bi tra lai", "total bounces", "bounces"),
    OPENS("opens", "luot mo duy nhat", "nguoi mo", "unique opens"),
    CLICKERS("clickers", "luot nhap duy nhat", "nguoi nhap", "unique clicks"),
    UNSUBSCRIBES("unsubscribes", "huy dang ky", "unsubscribes", "unsubscribed"),
    SCORE("score", "diem", "danh gia", "muc do hai long", "score", "rating"),
    CATEGORY("category", "loai", "khoan muc", "category", "nhom chi phi");

    /** What a column is that is not read. */
    static final String NONE = "none";

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

    /** How its values are read. */
    Reads reads() {
        return switch (this) {
            case AT -> Reads.WHEN;
            case PHONE -> Reads.PHONE;
            case EMAIL -> Reads.EMAIL;
            case AMOUNT, QUANTITY, PRICE, DISCOUNT, IMPRESSIONS, CLICKS, COST, CONVERSIONS, CONVERSION_VALUE ->
                Reads.NUMBER;
            case SESSIONS, ENGAGED, USERS, NEW_USERS, KEY_EVENTS, SCORE -> Reads.NUMBER;
            case SENT, DELIVERED, BOUNCES, OPENS, CLICKERS, UNSUBSCRIBES -> Reads.NUMBER;
            case ORDER, PRODUCT, STATUS, CUSTOMER, ID, CHANNEL, CAMPAIGN, CAMPAIGN_ID, CURRENCY, CATEGORY -> Reads.TEXT;
        };
    }

    enum Reads {
        TEXT,
        NUMBER,
        WHEN,
        PHONE,
        EMAIL
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
                .replaceAll("\\s*\\([^)]*\\)$", "") // a unit, such as (USD)
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
