package vn.nhip.manifest.source;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.books.FrankfurterService;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.DollarRate;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.ExchangeRate;
import vn.nhip.spi.Fact;

/** Frankfurter: the dollar's rate of every day, for everybody. */
final class Frankfurter implements Sample {

    @Override
    public String id() {
        return "frankfurter";
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("from-currency", "USD", "to-currency", "VND");
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new FrankfurterService(truth);
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        return truth.books().rates().stream().<Fact>map(Frankfurter::rate).toList();
    }

    private static ExchangeRate rate(DollarRate rate) {
        return new ExchangeRate(
                rate.day(), rate.day(), Currency.getInstance("USD"), Currency.getInstance("VND"), rate.rate());
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        return Map.of("first page", ask -> true);
    }
}
