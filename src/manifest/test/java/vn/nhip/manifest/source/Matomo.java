package vn.nhip.manifest.source;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.face.web.MatomoService;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.sandbox.truth.UniqueUsers;
import vn.nhip.sandbox.truth.VisitDay;
import vn.nhip.spi.Fact;
import vn.nhip.spi.Grain;
import vn.nhip.spi.Scope;
import vn.nhip.spi.TrafficDay;
import vn.nhip.spi.TrafficUsers;

/** Matomo: visits of every day, and unique visitors of days, weeks and months. */
final class Matomo implements Sample {

    @Override
    public String id() {
        return "matomo";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("host", "stats.example.com");
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("site", "1");
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new MatomoService(truth, Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        truth.web().visits().forEach(day -> facts.add(visits(day)));
        truth.web().uniqueUsers().forEach(users -> facts.add(users(users)));
        return facts;
    }

    private static TrafficDay visits(VisitDay day) {
        VisitDay.Counts whole = day.whole();
        return new TrafficDay(
                day.day(),
                Scope.TOTAL,
                TrafficDay.TrafficSource.ALL,
                new TrafficDay.TrafficCounts(whole.sessions(), whole.engaged(), whole.users(), 0, whole.keyEvents()),
                Set.of());
    }

    private static TrafficUsers users(UniqueUsers users) {
        return new TrafficUsers(Grain.valueOf(users.grain().name()), users.start(), users.users());
    }

    /** A day is one page: none follows from which it could be another. */
    @Override
    public Map<String, Predicate<RestAsk>> places() {
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("first page", ask -> ask.parameter("date").equals(Truths.LAST.toString()));
        places.put("first page of the first day", ask -> ask.parameter("date").equals(Truths.FIRST.toString()));
        return places;
    }
}
