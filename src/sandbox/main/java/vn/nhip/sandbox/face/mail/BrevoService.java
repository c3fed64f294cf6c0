package vn.nhip.sandbox.face.mail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.Cut;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Mailing;
import vn.nhip.sandbox.truth.Truth;

/**
 * Brevo's API v3: sent campaigns, with figures only for who asks for them.
 *
 * <p>Shape: newest first unless asked otherwise; without {@code statistics=globalStats} all figures are 0; without
 * any campaign the list is missing.
 */
public final class BrevoService implements RestService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int USUAL = 50;
    private static final int MOST = 100;

    private final Supplier<Truth> truth;
    private final Tokens keys;

    public BrevoService(Supplier<Truth> truth, Tokens keys) {
        this.truth = truth;
        this.keys = keys;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        if (!keys.accepts(ask.header("api-key"))) {
            return problem(401, "unauthorized", "Key not found");
        }
        if (!ask.path().equals("/v3/emailCampaigns")) {
            return problem(404, "document_not_found", "Unable to find the page requested");
        }
        if (ask.number("limit", USUAL) > MOST) {
            return problem(400, "out_of_range", "Limit exceeds max value");
        }
        Comparator<Mailing> order = Comparator.comparing(Mailing::sentAt);
        List<Mailing> sent = truth.get().web().mailings().stream()
                .filter(mailing -> within(mailing.sentAt(), ask))
                .sorted(ask.parameter("sort").equals("asc") ? order : order.reversed())
                .toList();
        Cut<Mailing> cut = Cut.offset(sent, ask.number("offset", 0), ask.number("limit", USUAL));
        boolean figures = ask.parameter("statistics").equals("globalStats");
        ObjectNode body = JSON.objectNode().put("count", cut.total());
        if (cut.total() > 0) {
            ArrayNode campaigns = body.putArray("campaigns");
            cut.rows().forEach(mailing -> campaigns.add(campaign(mailing, figures)));
        }
        return RestAnswer.json(body);
    }

    private static boolean within(Instant at, RestAsk ask) {
        return (ask.parameter("startDate").isEmpty() || !at.isBefore(Instant.parse(ask.parameter("startDate"))))
                && (ask.parameter("endDate").isEmpty() || !at.isAfter(Instant.parse(ask.parameter("endDate"))));
    }

    private static ObjectNode campaign(Mailing mailing, boolean figures) {
        ObjectNode campaign = JSON.objectNode();
        campaign.put("id", Ids.of(mailing.id())).put("name", mailing.name()).put("subject", mailing.name());
        campaign.put("type", "classic")
                .put("status", "sent")
                .put("sentDate", mailing.sentAt().toString());
        long one = figures ? 1 : 0;
        Mailing.Response response = mailing.response();
        campaign.putObject("statistics")
                .putObject("globalStats")
                .put("sent", one * mailing.sent())
                .put("delivered", one * mailing.delivered())
                .put("hardBounces", one * (mailing.bounces() / 2))
                .put("softBounces", one * (mailing.bounces() - mailing.bounces() / 2))
                .put("uniqueViews", one * response.opens())
                .put("viewed", one * response.opens() * 2)
                .put("trackableViews", one * response.ownOpens())
                .put("appleMppOpens", one * (response.opens() - response.ownOpens()) * 2)
                .put("estimatedViews", one * response.opens())
                .put("uniqueClicks", one * response.clickers())
                .put("clickers", one * response.clickers() * 3)
                .put("unsubscriptions", one * response.unsubscribed())
                .put("complaints", 0)
                .put("deferred", 0);
        return campaign;
    }

    private static RestAnswer problem(int status, String code, String message) {
        return RestAnswer.json(
                status,
                JSON.objectNode().put("code", code).put("message", message).toString());
    }
}
