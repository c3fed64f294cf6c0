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
import vn.nhip.sandbox.face.mail.BrevoService;
import vn.nhip.sandbox.face.rest.Ids;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Mailing;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.EmailCampaign;
import vn.nhip.spi.Fact;

/** Brevo: campaigns with opens by proxies told apart. */
final class Brevo implements Sample {

    @Override
    public String id() {
        return "brevo";
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new BrevoService(truth, Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        return truth.web().mailings().stream().<Fact>map(Brevo::campaign).toList();
    }

    private static EmailCampaign campaign(Mailing mailing) {
        Mailing.Response response = mailing.response();
        return new EmailCampaign(
                String.valueOf(Ids.of(mailing.id())),
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
}
