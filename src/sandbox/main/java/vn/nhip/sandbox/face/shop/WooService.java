package vn.nhip.sandbox.face.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
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
 * WooCommerce's REST API v3 in the shop's own WordPress: orders and refunds as bare lists.
 *
 * <p>Shape: times end in {@code _gmt} and have no offset; amounts are texts; how many there are stands in a header.
 */
public final class WooService implements RestService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter GMT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST = 100;

    private final Supplier<Truth> truth;
    private final Supplier<WebOrders> orders;
    private final Tokens keys;

    /** Keys are pairs of consumer key and secret with a colon between them. */
    public WooService(Supplier<Truth> truth, Tokens keys) {
        this.truth = truth;
        this.orders = WebOrders.of(truth);
        this.keys = keys;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!keys.accepts(ask.basic())) {
            return problem(401, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.");
        }
        if (ask.number("per_page", 10) > MOST) {
            return problem(400, "rest_invalid_param", "Invalid parameter(s): per_page");
        }
        WebOrders web = orders.get();
        return switch (ask.path()) {
            case "/wp-json/wc/v3/orders" -> page(web.changed(since(ask), Instant.MAX), sale -> order(sale, web), ask);
            case "/wp-json/wc/v3/refunds" -> page(paybacks(ask), WooService::refund, ask);
            default -> problem(404, "rest_no_route", "No route was found matching the URL and request method.");
        };
    }

    private static Instant since(RestAsk ask) {
        String after =
                ask.parameter("modified_after").isEmpty() ? ask.parameter("after") : ask.parameter("modified_after");
        return after.isEmpty() ? Instant.EPOCH : LocalDateTime.parse(after).toInstant(ZoneOffset.UTC);
    }

    private List<Payback> paybacks(RestAsk ask) {
        return truth.get().trade().paybacks().stream()
                .filter(back -> back.sale().channel() == Sale.Channel.WEB)
                .filter(back -> !back.at().isBefore(since(ask)))
                .toList();
    }

    private static <T> RestAnswer page(List<T> all, Function<T, ObjectNode> written, RestAsk ask) {
        Cut<T> cut = Cut.page(all, ask.number("page", 1), ask.number("per_page", 10));
        ArrayNode rows = JSON.arrayNode();
        cut.rows().forEach(row -> rows.add(written.apply(row)));
        return RestAnswer.json(200, rows.toString()).header("X-WP-Total", String.valueOf(cut.total()));
    }

    private static ObjectNode order(Sale sale, WebOrders web) {
        ObjectNode order = JSON.objectNode();
        order.put("id", Ids.of(sale.number())).put("number", sale.number()).put("currency", "VND");
        order.put("status", status(sale.course().state())).put("prices_include_tax", false);
        order.put("date_created_gmt", GMT.format(sale.at()));
        order.put("date_modified_gmt", GMT.format(web.changed(sale)));
        order.put("discount_total", sale.bill().discount().toPlainString());
        order.put("shipping_total", sale.bill().shipping().toPlainString());
        order.put("total_tax", sale.bill().tax().toPlainString());
        order.put("total", sale.total().toPlainString());
        order.put(
                "customer_id",
                sale.shopper().map(shopper -> Ids.of(shopper.id())).orElse(0L));
        order.putObject("billing")
                .put("email", sale.shopper().map(Shopper::email).orElse(""))
                .put("phone", sale.shopper().map(Shopper::phone).orElse(""));
        ArrayNode lines = order.putArray("line_items");
        sale.lines().forEach(line -> lines.addObject()
                .put("name", line.product())
                .put("quantity", line.quantity())
                .put("subtotal", line.amount().toPlainString())
                .put("total", line.amount().toPlainString()));
        return order;
    }

    private static String status(Sale.State state) {
        return switch (state) {
            case PENDING -> "pending";
            case CONFIRMED, PAID -> "processing";
            case DELIVERED -> "completed";
            case CANCELLED -> "cancelled";
        };
    }

    private static ObjectNode refund(Payback back) {
        return JSON.objectNode()
                .put("id", Ids.of(back.id()))
                .put("parent_id", Ids.of(back.sale().number()))
                .put("date_created_gmt", GMT.format(back.at()))
                .put("amount", back.amount().toPlainString())
                .put("reason", "");
    }

    private static RestAnswer problem(int status, String code, String message) {
        ObjectNode body = JSON.objectNode().put("code", code).put("message", message);
        body.putObject("data").put("status", status);
        return RestAnswer.json(status, body.toString());
    }
}
