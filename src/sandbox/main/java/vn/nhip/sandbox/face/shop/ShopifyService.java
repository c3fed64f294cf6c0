package vn.nhip.sandbox.face.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.Cut;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Payback;
import vn.nhip.sandbox.truth.Sale;
import vn.nhip.sandbox.truth.Truth;

/**
 * Shopify's Admin API in GraphQL: the orders of the web shop with their lines and refunds.
 *
 * <p>Shape: one query is understood, that for orders; it gets all fields that it may name. Refusals come with status 200.
 */
public final class ShopifyService implements RestService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern SINCE = Pattern.compile("updated_at:>='([^']+)'");
    private static final Pattern UNTIL = Pattern.compile("updated_at:<'([^']+)'");

    private final Supplier<WebOrders> orders;
    private final Tokens tokens;

    public ShopifyService(Supplier<Truth> truth, Tokens tokens) {
        this.orders = WebOrders.of(truth);
        this.tokens = tokens;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!tokens.accepts(ask.header("X-Shopify-Access-Token"))) {
            return RestAnswer.json(
                    401,
                    "{\"errors\":\"[API] Invalid API key or access token (unrecognized login or wrong password)\"}");
        }
        if (!ask.method().equals("POST") || !ask.path().matches("/admin/api/[0-9-]{7}/graphql.json")) {
            return RestAnswer.json(404, "{\"errors\":\"Not Found\"}");
        }
        JsonNode variables = ask.json().path("variables");
        if (!ask.json().path("query").asText().contains("orders(")) {
            return RestAnswer.json(200, "{\"errors\":[{\"message\":\"syntax error\"}]}");
        }
        String filter = variables.path("query").asText();
        List<Sale> sales = web().changed(bound(SINCE, filter, Instant.MIN), bound(UNTIL, filter, Instant.MAX));
        int from = variables.path("after").isTextual()
                ? Integer.parseInt(variables.path("after").asText().substring("cursor-".length()))
                : 0;
        return orders(Cut.offset(sales, from, variables.path("first").asInt()));
    }

    private static Instant bound(Pattern pattern, String filter, Instant otherwise) {
        Matcher matcher = pattern.matcher(filter);
        return matcher.find() ? Instant.parse(matcher.group(1)) : otherwise;
    }

    private WebOrders web() {
        return orders.get();
    }

    private RestAnswer orders(Cut<Sale> cut) {
        ObjectNode body = JSON.objectNode();
        ObjectNode orders = body.putObject("data").putObject("orders");
        ArrayNode nodes = orders.putArray("nodes");
        cut.rows().forEach(sale -> nodes.add(order(sale)));
        ObjectNode paging = orders.putObject("pageInfo").put("hasNextPage", cut.more());
        paging.put("endCursor", cut.rows().isEmpty() ? null : "cursor-" + cut.next());
        body.putObject("extensions").putObject("cost").put("requestedQueryCost", 620);
        return RestAnswer.json(body);
    }

    private ObjectNode order(Sale sale) {
        ObjectNode order = JSON.objectNode();
        order.put("id", "gid://shopify/Order/" + Ids.of(sale.number())).put("name", sale.number());
        order.put("createdAt", sale.at().toString())
                .put("updatedAt", web().changed(sale).toString());
        boolean cancelled = sale.course().state() == Sale.State.CANCELLED;
        order.put("cancelledAt", cancelled ? sale.at().toString() : null).put("test", false);
        order.put(
                "displayFinancialStatus",
                financial(sale.course().state(), !web().paybacks(sale).isEmpty()));
        order.put("displayFulfillmentStatus", fulfilment(sale.course().state()));
        order.put("taxesIncluded", false);
        money(order, "subtotalPriceSet", sale.net());
        money(order, "totalDiscountsSet", sale.bill().discount());
        money(order, "totalTaxSet", sale.bill().tax());
        money(order, "totalShippingPriceSet", sale.bill().shipping());
        order.put("email", sale.shopper().map(shopper -> shopper.email()).orElse(null));
        order.put("phone", (String) null);
        sale.shopper().ifPresent(shopper -> order.putObject("customer")
                .put("id", "gid://shopify/Customer/" + Ids.of(shopper.id())));
        ObjectNode lines = order.putObject("lineItems");
        lines.putObject("pageInfo").put("hasNextPage", false);
        ArrayNode nodes = lines.putArray("nodes");
        sale.lines()
                .forEach(line -> money(
                        nodes.addObject().put("title", line.product()).put("quantity", line.quantity()),
                        "discountedTotalSet",
                        line.amount()));
        ArrayNode refunds = order.putArray("refunds");
        web().paybacks(sale).forEach(back -> refund(refunds.addObject(), back));
        return order;
    }

    private static void refund(ObjectNode refund, Payback back) {
        refund.put("id", "gid://shopify/Refund/" + Ids.of(back.id()));
        refund.put("createdAt", back.at().toString());
        refund.putObject("order")
                .put("id", "gid://shopify/Order/" + Ids.of(back.sale().number()))
                .put("test", false);
        money(refund, "totalRefundedSet", back.amount());
    }

    private static void money(ObjectNode node, String name, BigDecimal amount) {
        node.putObject(name)
                .putObject("shopMoney")
                .put("amount", amount.toPlainString())
                .put("currencyCode", "VND");
    }

    private static String financial(Sale.State state, boolean refunded) {
        return switch (state) {
            case PENDING, CONFIRMED -> "PENDING";
            case PAID, DELIVERED -> refunded ? "PARTIALLY_REFUNDED" : "PAID";
            case CANCELLED -> "VOIDED";
        };
    }

    private static String fulfilment(Sale.State state) {
        return switch (state) {
            case PENDING, CANCELLED -> "UNFULFILLED";
            case CONFIRMED, PAID, DELIVERED -> "FULFILLED";
        };
    }
}
