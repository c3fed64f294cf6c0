package vn.nhip.sandbox.face.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.rest.Cut;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Shopper;
import vn.nhip.sandbox.truth.Truth;

/**
 * KiotViet's Public API: a token for client id and secret, invoices, returns and customers of the shop.
 *
 * <p>Shape: times are the shop's own, without an offset; a page never has more than a hundred records, whatever is asked
 * for.
 */
public final class KiotvietService implements RestService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT);
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final Supplier<Truth> truth;
    private final Store store;

    /** Which shop it is, and who may read it. */
    public record Store(String retailer, String client, String secret) {

        String token() {
            return "kiotviet-token-of-" + retailer;
        }
    }

    public KiotvietService(Supplier<Truth> truth, Store store) {
        this.truth = truth;
        this.store = store;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (ask.path().equals("/connect/token")) {
            return token(ask.form());
        }
        if (!ask.bearer().equals(store.token()) || !ask.header("Retailer").equals(store.retailer())) {
            return problem(401, "TokenException", "Token is invalid");
        }
        return switch (ask.path()) {
            case "/invoices" -> page(sales(ask), this::invoice, ask);
            case "/returns" -> page(paybacks(ask), this::payback, ask);
            case "/customers" -> page(customers(ask), this::customer, ask);
            default -> problem(404, "NotFound", "Resource not found");
        };
    }

    private RestAnswer token(Map<String, String> form) {
        boolean known = store.client().equals(form.get("client_id"))
                && store.secret().equals(form.get("client_secret"))
                && "client_credentials".equals(form.get("grant_type"))
                && "PublicApi.Access".equals(form.get("scopes"));
        if (!known) {
            return RestAnswer.json(400, "{\"error\":\"invalid_client\"}");
        }
        return RestAnswer.json(JSON.objectNode()
                .put("access_token", store.token())
                .put("expires_in", 86_400)
                .put("token_type", "Bearer"));
    }

    private List<Sale> sales(RestAsk ask) {
        return truth.get().trade().sales().stream()
                .filter(sale -> sale.channel() == Sale.Channel.SHOP)
                .filter(sale -> !changed(sale).isBefore(since(ask)))
                .toList();
    }

    private List<Payback> paybacks(RestAsk ask) {
        return truth.get().trade().paybacks().stream()
                .filter(back -> back.sale().channel() == Sale.Channel.SHOP)
                .filter(back -> !back.at().isBefore(since(ask)))
                .toList();
    }

    /** The first sale to each customer of the shop. */
    private List<Sale> customers(RestAsk ask) {
        return firstSales(truth.get()).stream()
                .filter(sale -> !sale.at().isBefore(since(ask)))
                .toList();
    }

    /** The first sale of the shop to each shopper who left a phone number: it puts them into the list of customers. */
    public static List<Sale> firstSales(Truth truth) {
        Set<String> known = new HashSet<>();
        return truth.trade().sales().stream()
                .filter(sale -> sale.channel() == Sale.Channel.SHOP)
                .filter(sale -> sale.shopper().map(Shopper::id).map(known::add).orElse(false))
                .toList();
    }

    private static Instant changed(Sale sale) {
        return sale.course().deliveredAt().orElse(sale.at());
    }

    private Instant since(RestAsk ask) {
        String from = ask.parameter("lastModifiedFrom");
        return from.isEmpty()
                ? Instant.EPOCH
                : LocalDateTime.parse(from).atZone(zone()).toInstant();
    }

    private ZoneId zone() {
        return truth.get().span().zone();
    }

    private static <T> RestAnswer page(List<T> all, Function<T, ObjectNode> written, RestAsk ask) {
        int size = Math.min(MOST, ask.number("pageSize", USUAL));
        Cut<T> cut = Cut.offset(all, ask.number("currentItem", 0), size);
        ObjectNode body = JSON.objectNode().put("total", cut.total()).put("pageSize", size);
        ArrayNode rows = body.putArray("data");
        cut.rows().forEach(row -> rows.add(written.apply(row)));
        return RestAnswer.json(body.put("timestamp", "2026-01-15T08:00:00.0000000+07:00"));
    }

    private ObjectNode invoice(Sale sale) {
        ObjectNode invoice = JSON.objectNode();
        invoice.put("id", Ids.of(sale.number())).put("code", sale.number());
        invoice.put("purchaseDate", local(sale.at())).put("branchId", 1).put("branchName", "Chi nhánh trung tâm");
        sale.shopper().ifPresent(shopper -> customer(invoice, shopper));
        invoice.put("total", sale.net().add(sale.bill().tax()));
        invoice.put("totalPayment", sale.counts() ? sale.net().add(sale.bill().tax()) : BigDecimal.ZERO);
        invoice.put("discount", sale.bill().discount());
        invoice.put("status", sale.counts() ? 1 : 2).put("statusValue", sale.counts() ? "Hoàn thành" : "Đã hủy");
        invoice.put("usingCod", false);
        invoice.put("createdDate", local(sale.at())).put("modifiedDate", local(changed(sale)));
        ArrayNode details = invoice.putArray("invoiceDetails");
        for (Sale.Line line : sale.lines()) {
            details.addObject()
                    .put("productId", Ids.of(line.product()))
                    .put("productCode", "SP" + Ids.of(line.product()))
                    .put("productName", line.product())
                    .put("quantity", line.quantity())
                    .put("price", line.price())
                    .put("discount", 0)
                    .put("subTotal", line.amount());
        }
        invoice.putArray("invoiceOrderSurcharges")
                .addObject()
                .put("surchargeName", "Thuế GTGT")
                .put("price", sale.bill().tax());
        return invoice;
    }

    private static void customer(ObjectNode invoice, Shopper shopper) {
        invoice.put("customerId", Ids.of(shopper.id()));
        invoice.put("customerCode", shopper.id());
        invoice.put("customerName", "Khách mẫu");
    }

    private ObjectNode customer(Sale first) {
        Shopper shopper = first.shopper().orElseThrow();
        return JSON.objectNode()
                .put("id", Ids.of(shopper.id()))
                .put("code", shopper.id())
                .put("name", "Khách mẫu")
                .put("contactNumber", shopper.phone())
                .put("address", "")
                .put("debt", 0)
                .put("createdDate", local(first.at()))
                .put("modifiedDate", local(first.at()));
    }

    private ObjectNode payback(Payback back) {
        return JSON.objectNode()
                .put("id", Ids.of(back.id()))
                .put("code", back.id())
                .put("invoiceId", Ids.of(back.sale().number()))
                .put("returnDate", local(back.at()))
                .put("returnTotal", back.amount())
                .put("returnDiscount", 0)
                .put("returnFee", 0)
                .put("totalPayment", back.amount())
                .put("status", 1)
                .put("statusValue", "Đã trả")
                .put("createdDate", local(back.at()))
                .put("modifiedDate", local(back.at()));
    }

    private String local(Instant at) {
        return LOCAL.format(at.atZone(zone()));
    }

    private static RestAnswer problem(int status, String code, String message) {
        ObjectNode body = JSON.objectNode();
        body.putObject("responseStatus").put("errorCode", code).put("message", message);
        return RestAnswer.json(status, body.toString());
    }
}
