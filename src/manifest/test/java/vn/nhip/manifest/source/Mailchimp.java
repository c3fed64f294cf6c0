package vn.nhip.manifest.source;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.mail.MailchimpService;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Mailing;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.ConnectorException.Kind;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.Fact;

/** Mailchimp: campaigns with opens by proxies told apart, clicks by scanners not. */
final class Mailchimp implements Sample {

    @Override
    public String id() {
        return "mailchimp";
    }

    @Override
    public String token() {
        return "0123456789abcdef-us6";
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new MailchimpService(truth, Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        return truth.web().mailings().stream().<Fact>map(Mailchimp::campaign).toList();
    }

    private static EmailCampaign campaign(Mailing mailing) {
        Mailing.Response response = mailing.response();
        return new EmailCampaign(
                mailing.id(),
                mailing.name(),
                mailing.sentAt(),
                new EmailCampaign.Delivery(mailing.sent(), mailing.delivered(), mailing.bounces()),
                new EmailCampaign.Response(
                        response.opens(),
                        OptionalLong.of(response.ownOpens()),
                        response.clickers(),
                        OptionalLong.empty(),
                        response.unsubscribed()));
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("first page", ask -> ask.number("offset", 0) == 0);
        places.put("middle page", ask -> ask.number("offset", 0) == 2);
        places.put("last page", ask -> ask.number("offset", 0) == 4);
        return places;
    }

    /** A bare web page is how it says that there are too many connections. */
    @Override
    public Map<String, Kind> exceptions() {
        return Map.of(
                "BAD_GATEWAY_PAGE", Kind.THROTTLED,
                "MAINTENANCE_PAGE", Kind.THROTTLED,
                "PAGE_FOR_JSON", Kind.THROTTLED);
    }
}
