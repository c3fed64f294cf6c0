package vn.nhip.sandbox.face.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
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

/** Haravan's API: the orders of the web shop with lines and refunds, above an id and by the time of their last change. */
public final class HaravanService implements RestService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST = 50;

    private final Supplier<WebOrders> orders;
    private final Tokens tokens;

    public HaravanService(Supplier<Truth> truth, Tokens tokens) {
        this.orders = WebOrders.of(truth);
        this.tokens = tokens;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!tokens.accepts(ask.bearer())) {
            return RestAnswer.json(401, "{\"error\":\"invalid_token\",\"message\":\"Unauthorized\"}");
        }
        if (!ask.path().equals("/com/orders.json")) {
            return RestAnswer.json(404, "{\"errors\":\"Not Found\"}");
        }
        WebOrders web = orders.get();
        long above = ask.parameter("since_id").isEmpty() ? 0 : Long.parseLong(ask.parameter("since_id"));
        Instant since = ask.parameter("updated_at_min").isEmpty()
                ? Instant.MIN
                : Instant.parse(ask.parameter("updated_at_min"));
        Instant until = ask.parameter("updated_at_max").isEmpty()
                ? Instant.MAX
                : Instant.parse(ask.parameter("updated_at_max"));
        List<Sale> sales = web.changed(since, until).stream()
                .filter(sale -> Ids.of(sale.number()) > above)
                .toList();
        ObjectNode body = JSON.objectNode();
        ArrayNode orders = body.putArray("orders");
        Cut.offset(sales, 0, Math.min(MOST, ask.number("limit", MOST)))
                .rows()
                .forEach(sale -> orders.add(order(sale, web)));
        return RestAnswer.json(body).header("X-Haravan-Api-Call-Limit", "1/80");
    }

    private static ObjectNode order(Sale sale, WebOrders web) {
        ObjectNode order = JSON.objectNode();
        order.put("id", Ids.of(sale.number())).put("name", "#" + sale.number()).put("order_number", sale.number());
        order.put("created_at", sale.at().toString());
        order.put("updated_at", web.changed(sale).toString());
        Sale.State state = sale.course().state();
        order.put("cancelled_at", state == Sale.State.CANCELLED ? sale.at().toString() : null);
        order.put("financial_status", financial(state, !web.paybacks(sale).isEmpty()));
        order.put("fulfillment_status", sale.counts() ? "fulfilled" : "notfulfilled");
        order.put("gateway", sale.course().cashOnDelivery() ? "Thanh toán khi giao hàng (COD)" : "Chuyển khoản");
        order.put("currency", "VND");
        order.put("total_line_items_price", sale.gross()).put("subtotal_price", sale.net());
        order.put("total_discounts", sale.bill().discount())
                .put("total_tax", sale.bill().tax());
        order.put("total_price", sale.total()).put("taxes_included", false).put("source", "web");
        order.putArray("shipping_lines").addObject().put("price", sale.bill().shipping());
        order.put("email", sale.shopper().map(Shopper::email).orElse(""));
        sale.shopper().ifPresent(shopper -> order.putObject("customer")
                .put("id", Ids.of(shopper.id()))
                .put("email", shopper.email())
                .put("phone", shopper.phone()));
        ArrayNode lines = order.putArray("line_items");
        sale.lines().forEach(line -> lines.addObject()
                .put("title", line.product())
                .put("quantity", line.quantity())
                .put("price", line.price())
                .put("total_discount", 0));
        ArrayNode refunds = order.putArray("refunds");
        web.paybacks(sale).forEach(back -> refund(refunds.addObject(), back));
        return order;
    }

    private static void refund(ObjectNode refund, Payback back) {
        refund.put("id", Ids.of(back.id())).put("order_id", Ids.of(back.sale().number()));
        refund.put("created_at", back.at().toString());
        refund.putArray("transactions")
                .addObject()
                .put("id", Ids.of(back.id()) + 1)
                .put("kind", "refund")
                .put("amount", back.amount());
    }

    private static String financial(Sale.State state, boolean refunded) {
        return switch (state) {
            case PENDING, CONFIRMED -> "pending";
            case PAID, DELIVERED -> refunded ? "partially_refunded" : "paid";
            case CANCELLED -> "voided";
        };
    }
}
