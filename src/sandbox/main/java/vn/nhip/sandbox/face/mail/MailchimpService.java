package vn.nhip.sandbox.face.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.Cut;
import vn.nhip.sandbox.face.rest.RestAnswer;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Mailing;
import vn.nhip.sandbox.truth.Truth;

/**
 * Mailchimp's Marketing API 3.0: the reports of sent campaigns, newest first.
 *
 * <p>Shape: of its bounces two in three are hard ones; a rate stands in per cent here and as a fraction there, as in the
 * real one.
 */
public final class MailchimpService implements RestService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter ASKED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT);
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final int USUAL = 10;
    private static final int MOST = 1_000;

    private final Supplier<Truth> truth;
    private final Tokens keys;

    public MailchimpService(Supplier<Truth> truth, Tokens keys) {
        this.truth = truth;
        this.keys = keys;
    }

    @Override
    public RestAnswer answer(RestAsk ask) {
        String user = ask.basic();
        if (!keys.accepts(user.substring(user.indexOf(':') + 1))) {
            return problem(
                    401,
                    "API Key Invalid",
                    "Your API key may be invalid, or you've attempted to access the wrong" + " datacenter.");
        }
        if (!ask.path().equals("/3.0/reports")) {
            return problem(404, "Resource Not Found", "The requested resource could not be found.");
        }
        if (ask.number("count", USUAL) > MOST) {
            return problem(400, "Invalid Resource", "Count must be at most 1000.");
        }
        List<Mailing> sent = truth.get().web().mailings().stream()
                .filter(mailing -> within(mailing.sentAt(), ask))
                .sorted(Comparator.comparing(Mailing::sentAt).reversed())
                .toList();
        return reports(Cut.offset(sent, ask.number("offset", 0), ask.number("count", USUAL)));
    }

    private static boolean within(Instant at, RestAsk ask) {
        return (ask.parameter("since_send_time").isEmpty() || !at.isBefore(instant(ask.parameter("since_send_time"))))
                && (ask.parameter("before_send_time").isEmpty()
                        || at.isBefore(instant(ask.parameter("before_send_time"))));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text, ASKED).toInstant();
    }

    private static RestAnswer reports(Cut<Mailing> cut) {
        ObjectNode body = JSON.objectNode();
        cut.rows().forEach(mailing -> body.withArray("reports").add(report(mailing)));
        if (cut.rows().isEmpty()) {
            body.putArray("reports");
        }
        return RestAnswer.json(body.put("total_items", cut.total()));
    }

    private static ObjectNode report(Mailing mailing) {
        long delivered = Math.max(1, mailing.delivered());
        Mailing.Response response = mailing.response();
        ObjectNode report = JSON.objectNode();
        report.put("id", mailing.id());
        report.put("campaign_title", mailing.name());
        report.put("type", "regular");
        report.put("send_time", SAID.format(mailing.sentAt().atOffset(ZoneOffset.UTC)));
        report.put("emails_sent", mailing.sent());
        report.put("unsubscribed", response.unsubscribed());
        long hard = mailing.bounces() * 2 / 3;
        report.putObject("bounces")
                .put("hard_bounces", hard)
                .put("soft_bounces", mailing.bounces() - hard)
                .put("syntax_errors", 0);
        report.putObject("opens")
                .put("opens_total", response.opens() * 2)
                .put("proxy_excluded_opens", response.ownOpens() * 2)
                .put("unique_opens", response.opens())
                .put("proxy_excluded_unique_opens", response.ownOpens())
                .put("open_rate", (double) response.opens() / delivered)
                .put("proxy_excluded_open_rate", (double) response.ownOpens() / delivered)
                .put("last_open", "");
        report.putObject("clicks")
                .put("clicks_total", response.clickers() * 3)
                .put("unique_clicks", response.clickers() * 2)
                .put("unique_subscriber_clicks", response.clickers())
                .put("click_rate", (double) response.clickers() / delivered)
                .put("last_click", "");
        report.putObject("list_stats").put("open_rate", 100.0 * response.opens() / delivered);
        return report;
    }

    private static RestAnswer problem(int status, String title, String detail) {
        ObjectNode problem = JSON.objectNode();
        problem.put("type", "https://mailchimp.com/developer/marketing/docs/errors/");
        problem.put("title", title).put("status", status).put("detail", detail);
        return RestAnswer.json(status, problem.toString());
    }
}
