package vn.nhip.manifest.source;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.nhip.sandbox.face.Tokens;
import vn.nhip.sandbox.face.people.TypeformService;
import vn.nhip.sandbox.face.rest.RestAsk;
import vn.nhip.sandbox.face.rest.RestService;
import vn.nhip.sandbox.truth.Answer;
import vn.nhip.sandbox.truth.Truth;
import vn.nhip.spi.Fact;
import vn.nhip.spi.SurveyAnswer;

/** Typeform: how content customers were, from 1 to 5. */
final class Typeform implements Sample {

    @Override
    public String id() {
        return "typeform";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("form", TypeformService.FORM, "score-field", TypeformService.SCORE_FIELD);
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("survey", "csat", "lowest", "1", "highest", "5", "host", "api.typeform.com");
    }

    @Override
    public RestService service(Supplier<Truth> truth, Clock clock) {
        return new TypeformService(truth, Tokens.only(token()));
    }

    @Override
    public List<Fact> facts(Truth truth, ZoneId zone) {
        return TypeformService.newestFirst(truth).stream()
                .<Fact>map(answer ->
                        new SurveyAnswer(answer.id(), answer.at(), answer.score(), 1, 5, SurveyAnswer.Survey.CSAT))
                .toList();
    }

    @Override
    public Map<String, Predicate<RestAsk>> places() {
        Map<String, Predicate<RestAsk>> places = new LinkedHashMap<>();
        places.put("first page", ask -> ask.parameter("before").isEmpty());
        places.put("middle page", ask -> ask.parameter("before").equals(nth(2)));
        places.put("last page", ask -> ask.parameter("before").equals(nth(4)));
        return places;
    }

    private static String nth(int nth) {
        List<Answer> newest = TypeformService.newestFirst(Truths.few(Truths.through(Truths.LAST), 5));
        return newest.get(nth - 1).id();
    }
}
