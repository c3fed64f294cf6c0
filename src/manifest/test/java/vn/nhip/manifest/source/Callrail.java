package vn.nhip.manifest.source;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.people.CallrailService;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Inquiry;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Fact;
import vn.nhip.spi.IdentityKey;
import vn.nhip.spi.Lead;
import vn.nhip.spi.Person;

/** CallRail: whoever called the shop. */
final class Callrail implements Sample {

    @Override
    public String id() {
        return "callrail";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("account", CallrailService.ACCOUNT);
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("time-zone", "user");
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new CallrailService(truth, Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        return CallrailService.calls(truth).stream().<Fact>map(Callrail::lead).toList();
    }

    private static Lead lead(Inquiry call) {
        return new Lead(
                "CAL" + call.id(),
                call.at(),
                call.shopper()
                        .map(shopper -> Person.of(new IdentityKey(
                                IdentityKey.Type.PHONE, "+84" + shopper.phone().substring(1)))),
                Lead.Origin.CALL,
                call.channel(),
                status(call.state()));
    }

    private static Lead.Status status(Inquiry.State state) {
        return switch (state) {
            case OPEN -> Lead.Status.OPEN;
            case QUALIFIED, WON -> Lead.Status.QUALIFIED;
            case LOST, SPAM -> Lead.Status.SPAM;
        };
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("first page", ask -> ask.number("page", 1) == 1);
        places.put("middle page", ask -> ask.number("page", 1) == 2);
        places.put("last page", ask -> ask.number("page", 1) == 3);
        return places;
    }
}
